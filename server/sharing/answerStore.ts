/** A good answer to one question, as it came. */
export interface KeptAnswer {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** When it was asked for, epoch ms. */
  readonly askedAt: number;
  /** When it was asked for, and when all of it was here, ms of the process's own clock (`performance.now()`). */
  readonly sentAt: number;
  readonly answeredAt: number;
  /** When it may no longer be given, epoch ms. */
  readonly until: number;
}

/** Answers by their questions' keys, bounded by bytes: the oldest go first. */
export interface AnswerStore {
  get(key: string, now: number): KeptAnswer | null;
  /** An answer of more than a quarter of all room is not taken. */
  put(key: string, answer: KeptAnswer, now: number): void;
  /** What is kept, overhead included. */
  bytes(): number;
  size(): number;
}

/** Bytes that an entry takes besides its body: key, headers, objects. */
const OVERHEAD = 1024;

export function createAnswerStore(limit: number): AnswerStore {
  // In the order in which they were put.
  const entries = new Map<string, KeptAnswer>();
  let bytes = 0;

  const weight = ({ body }: KeptAnswer) => body.length + OVERHEAD;
  function drop(key: string): void {
    const entry = entries.get(key);
    if (entry === undefined) return;
    entries.delete(key);
    bytes -= weight(entry);
  }

  return {
    get(key, now) {
      const entry = entries.get(key);
      if (entry === undefined || entry.until > now) return entry ?? null;
      drop(key);
      return null;
    },
    put(key, answer, now) {
      drop(key);
      for (const [other, { until }] of entries) if (until <= now) drop(other);
      if (weight(answer) > limit / 4) return;
      entries.set(key, answer);
      bytes += weight(answer);
      for (const oldest of entries.keys()) {
        if (bytes <= limit) return;
        drop(oldest);
      }
    },
    bytes: () => bytes,
    size: () => entries.size,
  };
}
