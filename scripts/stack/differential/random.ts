/** Numbers and choices that are the same again for the same seed. */
export interface Random {
  /** From 0 (inclusive) to 1 (exclusive). */
  number(): number;
  /** An integer from `least` to `most`, both inclusive. */
  integer(least: number, most: number): number;
  chance(probability: number): boolean;
  pick<T>(items: readonly [T, ...T[]]): T;
  /** `count` of the items, or all if there are fewer, in their order. */
  some<T>(items: readonly T[], count: number): T[];
}

/** Mulberry32, by Tommy Ettinger: 32 bits of state, good enough to choose texts. */
export function createRandom(seed: number): Random {
  let state = seed | 0;
  const number = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const integer = (least: number, most: number) => least + Math.floor(number() * (most - least + 1));
  return {
    number,
    integer,
    chance: (probability) => number() < probability,
    pick: (items) => items[integer(0, items.length - 1)] ?? items[0],
    some(items, count) {
      let wanted = Math.min(count, items.length);
      return items.filter((_, i) => {
        const taken = number() < wanted / (items.length - i);
        if (taken) wanted--;
        return taken;
      });
    },
  };
}
