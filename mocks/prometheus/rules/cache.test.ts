import { describe, expect, it } from 'vitest';
import { LeastRecentCache } from './cache.ts';

describe('a cache', () => {
  it('drops what was not asked for longest, by weight', () => {
    const cache = new LeastRecentCache<number>(5);
    const made: string[] = [];
    const get = (key: string, weight: number): number =>
      cache.get(
        key,
        () => made.push(key) && weight,
        (value) => value,
      );
    for (const key of ['a', 'b', 'a', 'c']) get(key, 2);
    for (const key of ['a', 'c']) get(key, 2);
    expect(made).toEqual(['a', 'b', 'c']);
    get('b', 2);
    get('a', 2);
    expect(made).toEqual(['a', 'b', 'c', 'b', 'a']);
    expect(get('heavy', 9)).toBe(9);
    get('heavy', 9);
    get('a', 2);
    expect(made.slice(5)).toEqual(['heavy', 'a']);
  });
});
