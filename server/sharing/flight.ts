import { finished, Readable } from 'node:stream';
import type { UpstreamAnswer } from '../upstream/upstream.ts';

/** Bytes that all requests in flight hold together; `used` is theirs to keep. */
export interface Room {
  used: number;
  readonly limit: number;
}

interface FlightOptions {
  /** Asks upstream. What it rejects with is what every asker gets. */
  readonly send: (signal: AbortSignal) => Promise<UpstreamAnswer>;
  readonly room: Room;
  /** Called once: nobody may join from here on. It has failed, all have left, or it is too large or over. */
  readonly closed: () => void;
  /** Called with an answer that has come to its end and is all there. The flight closes when it is done. */
  readonly ended: (answer: UpstreamAnswer, chunks: readonly Buffer[]) => Promise<void>;
}

/** An answer's head, and its body from the first byte on, as it comes. */
export interface Landing {
  readonly answer: UpstreamAnswer;
  readonly body: Readable;
}

/** One request upstream for any number of askers. */
export interface Flight {
  /** Rejects as the request does, or at once when `gone` aborts. When the last asker is gone the request is aborted. */
  join(gone: AbortSignal): Promise<Landing>;
}

interface Reader {
  /** Pieces that it has been given. */
  taken: number;
  isHungry: boolean;
  stream: Readable | null;
}

/** Bytes of an answer that are held for those who join later and those who read slowly. */
const HELD = 16 * 1024 * 1024;
/** The same while the room of all flights is used up. */
const HELD_IN_NEED = 1024 * 1024;

/**
 * Starts a request. It is read at the pace of its fastest reader. Up to 16 MiB are held, so that others may join and be
 * slower. Beyond that nobody joins any more, what all have read is dropped, and a reader who is further behind than that is
 * cut off: its connection breaks, and when it asks again it asks for itself.
 */
export function startFlight({ send, room, closed, ended }: FlightOptions): Flight {
  const abort = new AbortController();
  const readers = new Set<Reader>();
  const chunks: Buffer[] = [];
  let dropped = 0;
  let held = 0;
  let isOpen = true;
  let isOver = false;
  let failure: Error | null = null;
  let source: Readable | null = null;

  function hold(bytes: number): void {
    held += bytes;
    room.used += bytes;
  }

  function dropRead(): void {
    if (isOpen) return;
    const read = Math.min(dropped + chunks.length, ...[...readers].map(({ taken }) => taken));
    for (const chunk of chunks.splice(0, read - dropped)) hold(-chunk.length);
    dropped = read;
  }

  function close(): void {
    if (isOpen) closed();
    isOpen = false;
    dropRead();
  }

  function leave(reader: Reader): void {
    if (!readers.delete(reader)) return;
    if (readers.size === 0 && !isOver) {
      close();
      abort.abort();
      source?.destroy();
    }
    dropRead();
  }

  function feed(reader: Reader): void {
    while (reader.isHungry && reader.taken < dropped + chunks.length) {
      const chunk = chunks[reader.taken - dropped];
      reader.taken += 1;
      reader.isHungry = reader.stream?.push(chunk) ?? false;
    }
    if (isOver && reader.isHungry) {
      reader.isHungry = false;
      if (failure === null) reader.stream?.push(null);
      else reader.stream?.destroy(failure);
    }
    dropRead();
  }

  function makeRoom(): void {
    const most = () => (room.used > room.limit ? HELD_IN_NEED : HELD);
    if (held <= HELD && room.used <= room.limit) return;
    close();
    while (held > most() && readers.size > 1) {
      const slowest = [...readers].reduce((a, b) => (b.taken < a.taken ? b : a));
      slowest.stream?.destroy(new Error('too slow for an answer that is shared'));
      leave(slowest);
    }
  }

  function take(chunk: Buffer): void {
    chunks.push(chunk);
    hold(chunk.length);
    for (const reader of readers) feed(reader);
    if (![...readers].some(({ isHungry }) => isHungry)) source?.pause();
    makeRoom();
  }

  function end(answer: UpstreamAnswer): void {
    isOver = true;
    for (const reader of readers) feed(reader);
    if (isOpen) ended(answer, [...chunks]).finally(close);
  }

  function fail(error: Error): void {
    isOver = true;
    failure = error;
    close();
    for (const { stream } of readers) stream?.destroy(error);
  }

  const landed = send(abort.signal).then((answer) => {
    source = answer;
    answer.pause();
    answer.on('data', take);
    finished(answer, (error) => (error ? fail(error) : end(answer)));
    if (readers.size === 0) answer.destroy();
    return answer;
  });
  landed.catch(close);

  function openBody(reader: Reader): Readable {
    reader.stream = new Readable({
      read: () => {
        reader.isHungry = true;
        feed(reader);
        if (reader.isHungry) source?.resume();
      },
      destroy: (error, done) => {
        leave(reader);
        done(error);
      },
    });
    return reader.stream;
  }

  return {
    join(gone) {
      const reader: Reader = { taken: 0, isHungry: false, stream: null };
      readers.add(reader);
      return new Promise((resolve, reject) => {
        const giveUp = () => {
          leave(reader);
          reject(gone.reason);
        };
        if (gone.aborted) return giveUp();
        gone.addEventListener('abort', giveUp, { once: true });
        landed.then((answer) => {
          if (!gone.aborted) resolve({ answer, body: openBody(reader) });
        }, reject);
      });
    },
  };
}
