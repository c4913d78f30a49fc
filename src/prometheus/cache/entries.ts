import type { Frame } from '../../model/frame.ts';

/** A complete answer to a range query. It never changes: a longer answer is a new entry. */
export interface Entry {
  /** Expression, step and the phase of the grid: entries of one key can be joined. */
  readonly key: string;
  readonly frame: Frame;
  readonly infos: readonly string[];
  /** Epoch ms on our clock, before the newest part of it was asked, by whomever. */
  readonly askedAt: number;
  /** Ms from `askedAt` on after which it is of no use. */
  readonly lifetime: number;
  /** The turn in which the whole was asked: in the next it is asked again. */
  readonly turn: number;
}

/** Answers that are kept, with a limit on the samples in all. */
export interface Entries {
  /** Those of one key at `now`, epoch ms on our clock. */
  of(key: string, now: number): readonly Entry[];
  /** Says that an entry was of use: others leave before it. */
  touch(entry: Entry): void;
  /** Keeps an entry in place of another, where that one has not more to tell. */
  put(entry: Entry, replaced: Entry | null): void;
  drop(key: string): void;
  /** Samples held, absent ones and the times included. */
  size(): number;
}

export function createEntries(maxSamples: number): Entries {
  /** Of what was used the longest ago first. */
  let kept: readonly Entry[] = [];
  const without = (entry: Entry | null) => kept.filter((other) => other !== entry);
  const size = () => kept.reduce((sum, entry) => sum + samplesOf(entry), 0);
  return {
    size,
    of(key, now) {
      // A clock that was set back tells nothing of ages.
      kept = kept.filter(({ askedAt, lifetime }) => now >= askedAt && now - askedAt <= lifetime);
      return kept.filter((entry) => entry.key === key);
    },
    touch(entry) {
      if (kept.includes(entry)) kept = [...without(entry), entry];
    },
    put(entry, replaced) {
      const isLonger = replaced !== null && replaced.frame.times.length > entry.frame.times.length;
      kept = [...without(isLonger ? null : replaced), entry];
      let surplus = size() - maxSamples;
      kept = kept.filter((other) => {
        if (surplus <= 0) return true;
        surplus -= samplesOf(other);
        return false;
      });
    },
    drop(key) {
      kept = kept.filter((entry) => entry.key !== key);
    },
  };
}

function samplesOf({ frame }: Entry): number {
  return frame.times.length * (frame.series.length + 1);
}
