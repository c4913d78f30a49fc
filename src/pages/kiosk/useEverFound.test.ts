// @vitest-environment happy-dom
import { renderHook } from '@testing-library/react';
import { expect, it } from 'vitest';
import { useEverFound } from './useEverFound.ts';

it('keeps what was found once, and waits for what is still looked for', () => {
  const looks: readonly (readonly [found: Record<string, boolean | null>, ids: string[]])[] = [
    [{}, []],
    [{ shop: null, post: null }, []],
    [{ shop: true, post: false }, ['shop']],
    [{ shop: false, post: false }, ['shop']],
    [{ shop: null, post: true }, ['shop', 'post']],
    [{}, ['shop', 'post']],
  ];
  const { result, rerender } = renderHook((found) => useEverFound(new Map(Object.entries(found))), {
    initialProps: {},
  });
  for (const [found, ids] of looks) {
    rerender(found);
    expect([...result.current]).toEqual(ids);
  }
});
