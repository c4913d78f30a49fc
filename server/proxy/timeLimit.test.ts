import { expect, it, vi } from 'vitest';
import { startTimeLimit } from './timeLimit.ts';

it('aborts when time is up, unless it was lifted', async () => {
  vi.useFakeTimers();
  const unwanted = new AbortController();
  const [held, lifted] = [startTimeLimit(1_000, unwanted.signal), startTimeLimit(1_000, unwanted.signal)];
  lifted.lift();
  vi.advanceTimersByTime(999);
  expect(held.signal.aborted).toBe(false);
  vi.advanceTimersByTime(1);
  expect([held, lifted].map(({ signal, isOver }) => [signal.aborted, isOver()])).toEqual([
    [true, true],
    [false, false],
  ]);
  vi.useRealTimers();
});

it.each(['before', 'after'])('aborts when nobody wants the answer, told so %s it began', (when) => {
  const unwanted = new AbortController();
  if (when === 'before') unwanted.abort();
  const { signal, isOver, lift } = startTimeLimit(60_000, unwanted.signal);
  unwanted.abort();
  lift();
  expect([signal.aborted, isOver()]).toEqual([true, false]);
});
