import { describe, expect, it } from 'vitest';
import { createSchedule, indexAt, timeOf } from './schedule.ts';

describe('the schedule of a group', () => {
  const names = Array.from({ length: 40 }, (_, i) => `group ${i}`);

  it('is spread over the interval, the same for the same file and name', () => {
    const offsets = names.map((name) => createSchedule('f.yml', name, 15_000, null).offset);
    expect(offsets).toEqual(names.map((name) => createSchedule('f.yml', name, 15_000, null).offset));
    expect(Math.min(...offsets)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...offsets)).toBeLessThan(15_000);
    expect(new Set(offsets.map((offset) => Math.floor(offset / 5000)))).toEqual(new Set([0, 1, 2]));
    expect(createSchedule('g.yml', 'group 0', 15_000, null).offset).not.toBe(offsets[0]);
  });

  it.each([-1, 0, 1, 14_999, 15_000, 1e12])('has an evaluation at most an interval before %d', (time) => {
    const schedule = createSchedule('f.yml', 'group', 15_000, null);
    const newest = timeOf(schedule, indexAt(schedule, time));
    expect(newest).toBeLessThanOrEqual(time);
    expect(newest).toBeGreaterThan(time - 15_000);
    expect(indexAt(schedule, newest)).toBe(indexAt(schedule, time));
  });

  it('begins where rules begin', () => {
    expect(createSchedule('f.yml', 'group', 15_000, 7)).toEqual({ interval: 15_000, offset: 7, first: 0 });
  });
});
