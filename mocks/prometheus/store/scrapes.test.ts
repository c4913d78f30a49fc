import { describe, expect, it } from 'vitest';
import { createSchedule, lastScrape } from './scrapes.ts';
import { createStore } from './store.ts';
import { equal, restlessFleet } from './testing.ts';

const targets = restlessFleet();
const store = createStore(targets);
const now = Date.UTC(2025, 5, 11, 12, 3, 21);

describe('the newest scrape', () => {
  it('is within the last interval, at the time and of the health that its sample of up has', () => {
    for (const target of targets) {
      for (let time = now; time < now + 1_200_000; time += 7001) {
        const scrape = lastScrape(target, time);
        expect(time - scrape.time).toBeGreaterThanOrEqual(0);
        expect(time - scrape.time).toBeLessThan(15_000);
        const instance = [equal('__name__', 'up'), equal('instance', target.instance)];
        const [up] = store.select(instance, time - 14_999, time);
        expect([up?.times[0], up?.values[0]]).toEqual([scrape.time, scrape.isUp ? 1 : 0]);
      }
    }
  });

  it('comes at the moment that the schedule says', () => {
    const schedule = createSchedule({ interval: 60_000, phaseOf: () => 5_000 });
    const [target] = targets;
    const at = (time: number) => target && lastScrape(target, time, schedule).time;
    expect([64_999, 65_000, 124_999].map(at)).toEqual([5_000, 65_000, 65_000]);
  });

  it('lies at another moment of the interval for another target, and always at the same for the same', () => {
    const { phaseOf } = createSchedule();
    const phases = targets.map(phaseOf);
    expect(new Set(phases).size).toBe(targets.length);
    expect(restlessFleet().map(createSchedule().phaseOf)).toEqual(phases);
    for (const phase of phases) expect(phase >= 0 && phase < 15_000).toBe(true);
  });

  it('takes some milliseconds, and hardly any where it is refused', () => {
    const [, target] = targets;
    if (!target) throw new Error('no target');
    const durations = (isUp: boolean) =>
      Array.from({ length: 80 }, (_, i) => lastScrape(target, now + i * 15_000))
        .filter((scrape) => scrape.isUp === isUp)
        .map(({ duration }) => duration);
    expect(Math.min(...durations(true))).toBeGreaterThan(0.001);
    expect(Math.max(...durations(true))).toBeLessThan(1);
    expect(Math.max(...durations(false))).toBeLessThan(0.001);
  });
});
