// @vitest-environment happy-dom
import type { VirtualItem } from '@tanstack/react-virtual';
import { renderHook, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { usePaced } from './usePaced.ts';

const rowsFrom = (first: number, count: number, size = 80): VirtualItem[] =>
  Array.from({ length: count }, (_, i) => {
    const index = first + i;
    return { index, key: `row ${index}`, start: index * size, end: (index + 1) * size, size, lane: 0 };
  });

const indexes = (rows: readonly VirtualItem[]) => rows.map(({ index }) => index);

describe('usePaced', () => {
  it('begins with what is in sight, and draws the rest in the frames that follow', async () => {
    const rows = rowsFrom(0, 9);
    const { result } = renderHook(() => usePaced(rows, { startIndex: 4, endIndex: 7 }));
    expect(indexes(result.current)).toEqual([4, 5, 6]);
    await waitFor(() => expect(indexes(result.current)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]));
  });

  it('keeps what was drawn when a few rows come in by scrolling', async () => {
    const at = (first: number) => ({ rows: rowsFrom(first, 5), sight: { startIndex: first, endIndex: first + 4 } });
    const { result, rerender } = renderHook(({ rows, sight }) => usePaced(rows, sight), { initialProps: at(0) });
    await waitFor(() => expect(result.current).toHaveLength(5));
    rerender(at(2));
    expect(indexes(result.current)).toEqual([2, 3, 4, 5, 6]);
  });

  it('draws only a part at once after a jump, however far', async () => {
    const at = (first: number) => ({ rows: rowsFrom(first, 20), sight: { startIndex: first, endIndex: first + 19 } });
    const { result, rerender } = renderHook(({ rows, sight }) => usePaced(rows, sight), { initialProps: at(0) });
    await waitFor(() => expect(result.current).toHaveLength(20));
    rerender(at(1000));
    expect(indexes(result.current)).toEqual([1000, 1001, 1002]);
    await waitFor(() => expect(result.current).toHaveLength(20));
  });

  it('draws one row at least, however high', () => {
    const { result } = renderHook(() => usePaced(rowsFrom(0, 3, 5000), { startIndex: 0, endIndex: 0 }));
    expect(indexes(result.current)).toEqual([0]);
  });

  it('comes to rest also where rows share a key', () => {
    vi.useFakeTimers();
    try {
      const rows = rowsFrom(0, 2).map((row) => ({ ...row, key: 'the same' }));
      const { result } = renderHook(() => usePaced(rows, { startIndex: 0, endIndex: 1 }));
      expect(indexes(result.current)).toEqual([0, 1]);
      expect(vi.getTimerCount()).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });
});
