import { afterEach, beforeEach, vi } from 'vitest';
import { noon } from './panelProps.ts';

/**
 * Lets a test file's tests begin at noon, and no time pass in them but what they set: where the clock runs, a board ticks in
 * the middle of a test. Timers run.
 */
export function standStill(): void {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: noon }));
  afterEach(() => void vi.useRealTimers());
}

/** Lets a test file's tests begin just after noon, when no tick is due for long and no day ends. */
export function beginAtNoon(): void {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: noon + 1000, shouldAdvanceTime: true }));
  afterEach(() => void vi.useRealTimers());
}
