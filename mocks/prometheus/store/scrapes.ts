import { hash01, seedOf } from '../../fleet/noise.ts';
import type { FleetTarget } from '../../fleet/types.ts';

/** When targets are scraped: each at `phaseOf(target) + k * interval`, in epoch ms and ms. */
export interface Schedule {
  readonly interval: number;
  phaseOf(target: FleetTarget): number;
}

export interface ScheduleOptions {
  /** Ms between two scrapes of a target; 15 s if not said. */
  readonly interval?: number;
  /** When within an interval a target is scraped, in ms; if not said, a moment that its job and instance decide. */
  readonly phaseOf?: (target: FleetTarget) => number;
}

export interface Scrape {
  /** Epoch ms. */
  readonly time: number;
  readonly isUp: boolean;
  /** Seconds. */
  readonly duration: number;
}

export function createSchedule({ interval = 15_000, phaseOf }: ScheduleOptions = {}): Schedule {
  const ownPhase = ({ job, instance }: FleetTarget) => Math.floor(hash01(seedOf(`${job} ${instance}`), 0) * interval);
  return { interval, phaseOf: phaseOf ?? ownPhase };
}

/** The newest scrape of a target at or before epoch ms, by the default schedule if no other is given. */
export function lastScrape(target: FleetTarget, time: number, schedule: Schedule = createSchedule()): Scrape {
  const phase = schedule.phaseOf(target);
  const scraped = phase + Math.floor((time - phase) / schedule.interval) * schedule.interval;
  return { time: scraped, isUp: target.isUpAt(scraped), duration: scrapeDuration(target, scraped) };
}

/** Seconds that a scrape at epoch ms takes: the longer the more there is to read; a refused connection next to nothing. */
export function scrapeDuration(target: FleetTarget, time: number): number {
  const chance = hash01(seedOf(`${target.job} ${target.instance} scrape`), Math.floor(time / 1000));
  if (!target.isUpAt(time)) return 0.0003 + 0.0004 * chance;
  const count = target.families.reduce((sum, { series }) => sum + series.length, 0);
  return (0.002 + 0.00003 * count) * (0.7 + 0.8 * chance);
}
