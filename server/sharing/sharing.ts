import type { Readable } from 'node:stream';
import type { Dialect } from '../upstream/dialect.ts';
import type { UpstreamAnswer } from '../upstream/upstream.ts';
import { isWhole } from '../upstream/wholeAnswer.ts';
import { createAnswerStore } from './answerStore.ts';
import { type Flight, type Room, startFlight } from './flight.ts';

/** The only headers of an answer that reach the viewer. */
const passedBack = ['content-type', 'content-encoding', 'cache-control'] as const;

export interface Asker {
  /** Whose answer it is. */
  readonly server: string;
  /** Equal for those who must get the same answer, and for nobody else; null for who shares with nobody. */
  readonly key: string | null;
  /** Until when an answer that is all there may be given again, epoch ms; `now` for not at all. */
  readonly keepUntil: (now: number) => number;
  /** How an answer looks that is all there. */
  readonly whole: Dialect['whole'];
  /** Wants no kept answer. */
  readonly wantsFresh: boolean;
  /** Aborts when the asker leaves. */
  readonly gone: AbortSignal;
  /** Asks upstream; rejects with what to tell all who ask. */
  readonly send: (signal: AbortSignal) => Promise<UpstreamAnswer>;
}

/** A good answer. */
export interface SharedAnswer {
  /** Who it is from: a request of its own, one that was in flight already, or the store. */
  readonly from: 'upstream' | 'flight' | 'kept';
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Readable | Buffer;
  /** When it was sent for, ms of the process's own clock (`performance.now()`). */
  readonly sentAt: number;
  /** The same of when all of it was here; null while it comes. */
  readonly answeredAt: number | null;
}

/** Lets equal questions be asked once. */
export interface Sharing {
  /** Rejects as the request upstream does, and at once when the asker leaves. */
  ask(asker: Asker): Promise<SharedAnswer>;
  /** A server has changed: nothing that was asked of it before is given to anyone who asks from here on. */
  forget(server: string): void;
  /** What is held, for metrics. */
  held(): { readonly keptBytes: number; readonly keptAnswers: number; readonly flightBytes: number };
}

/** Bytes of answers in flight, all together, that are held for those who join them. */
const FLIGHT_ROOM = 64 * 1024 * 1024;

/** The headers of an answer that the viewer gets. */
export function headersOf({ headers }: UpstreamAnswer): Record<string, string> {
  return Object.fromEntries(
    passedBack.flatMap((name) => {
      const value = headers[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

/** How long ago, in whole seconds, another asked what is asked now: counted until now, and not until it is answered. */
function ageOf({ askedAt }: { readonly askedAt: number }): { readonly age: string } {
  return { age: String(Math.max(0, Math.floor((Date.now() - askedAt) / 1000))) };
}

/** One buffer with nothing around it: pieces from a connection keep whole blocks of memory alive. */
function compact(chunks: readonly Buffer[]): Buffer {
  const whole = Buffer.alloc(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) at += chunk.copy(whole, at);
  return whole;
}

/** @param keepBytes room for kept answers; 0 keeps none, and then only what is in flight is shared. */
export function createSharing(keepBytes: number): Sharing {
  const store = createAnswerStore(keepBytes);
  const room: Room = { used: 0, limit: FLIGHT_ROOM };
  const flights = new Map<string, { readonly flight: Flight; readonly askedAt: number; readonly sentAt: number }>();
  /** How often each server was forgotten: a part of its keys, so that older answers are never found again. */
  const changes = new Map<string, number>();

  function start({ keepUntil, send, whole }: Asker, key: string | null) {
    const askedAt = Date.now();
    const sentAt = performance.now();
    const flight = startFlight({
      send,
      room,
      closed: () => key !== null && flights.delete(key),
      async ended(answer, chunks) {
        const now = Date.now();
        const answeredAt = performance.now();
        const until = keepUntil(now);
        if (key === null || keepBytes === 0 || until <= now || !(await isWhole(answer, chunks, whole))) return;
        store.put(key, { headers: headersOf(answer), body: compact(chunks), askedAt, sentAt, answeredAt, until }, now);
      },
    });
    const started = { flight, askedAt, sentAt };
    if (key !== null) flights.set(key, started);
    return started;
  }

  return {
    async ask(asker) {
      const { wantsFresh, gone, server } = asker;
      const key = asker.key === null ? null : `${changes.get(server) ?? 0} ${asker.key}`;
      const kept = wantsFresh || key === null ? null : store.get(key, Date.now());
      if (kept !== null) {
        const { body, sentAt, answeredAt } = kept;
        return { from: 'kept', status: 200, headers: { ...kept.headers, ...ageOf(kept) }, body, sentAt, answeredAt };
      }
      const joined = key === null ? undefined : flights.get(key);
      const age = joined === undefined ? {} : ageOf(joined);
      const { flight, sentAt } = joined ?? start(asker, key);
      const { answer, body } = await flight.join(gone);
      const from = joined === undefined ? 'upstream' : 'flight';
      const headers = { ...headersOf(answer), ...age };
      return { from, status: answer.statusCode ?? 200, headers, body, sentAt, answeredAt: null };
    },
    forget: (server) => void changes.set(server, (changes.get(server) ?? 0) + 1),
    held: () => ({ keptBytes: store.bytes(), keptAnswers: store.size(), flightBytes: room.used }),
  };
}
