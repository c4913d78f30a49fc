import { describe, expect, it } from 'vitest';
import { keepDraft, keepHistory, readDraft, readHistory } from './kept.ts';

function memory() {
  const held = new Map<string, string>();
  return {
    held,
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, text: string) => void held.set(key, text),
  };
}
const refusing = {
  getItem: () => {
    throw new DOMException('denied', 'SecurityError');
  },
  setItem: () => {
    throw new DOMException('full', 'QuotaExceededError');
  },
};
const query = { expr: 'up', legend: '', mode: 'range' as const, isHidden: false };

describe('the history', () => {
  it('has each expression once, newest first, and the last hundred', () => {
    const keep = memory();
    keepHistory(keep, ['a', 'b'], 1);
    keepHistory(keep, ['b', 'b'], 2);
    expect(readHistory(keep)).toEqual([
      { expr: 'b', at: 2 },
      { expr: 'a', at: 1 },
    ]);
    for (let i = 0; i < 120; i++) keepHistory(keep, [`q${i}`], i);
    const exprs = readHistory(keep).map(({ expr }) => expr);
    expect([exprs.length, exprs[0], exprs.at(-1)]).toEqual([100, 'q119', 'q20']);
  });
});

describe('a draft', () => {
  it('comes back as it was', () => {
    const keep = memory();
    keepDraft(keep, { run: 'x', queries: [query] });
    expect(readDraft(keep)).toEqual({ run: 'x', queries: [query] });
  });

  it('is none where nothing, or something else, was kept', () => {
    const keep = memory();
    expect(readDraft(keep)).toBeNull();
    for (const text of ['{', '[]', '{"run":"x","queries":[{}]}']) {
      for (const key of ['mirante.explore.draft', 'mirante.explore.history']) keep.held.set(key, text);
      expect([readDraft(keep), readHistory(keep)]).toEqual([null, []]);
    }
  });

  it('is forgotten where the browser keeps nothing', () => {
    for (const keep of [null, refusing]) {
      keepDraft(keep, { run: '', queries: [query] });
      expect([readDraft(keep), readHistory(keep)]).toEqual([null, []]);
    }
  });
});
