import { parseDuration } from '../model/duration.ts';
import type { Target } from '../model/target.ts';

/** Prometheus's habit in its example configuration, ms; taken where nothing is known. */
const USUAL = 15_000;

export interface ScrapeIntervalSources {
  readonly targets: readonly Target[];
  /** The server's configuration (YAML); null where it was not told. */
  readonly configYaml: string | null;
  /** The jobs that a query is about; none when it does not say. */
  readonly jobs?: readonly string[];
}

/**
 * How often the data of a query is scraped, ms: the longest interval of its jobs' targets (a rate needs two samples of
 * each); when the jobs are not known the most usual interval of all targets; else the configuration's global one; else 15 s.
 */
export function scrapeIntervalOf({ targets, configYaml, jobs = [] }: ScrapeIntervalSources): number {
  const wanted = new Set(jobs);
  const ofJobs = targets.flatMap(({ labels, scrapeInterval }) =>
    scrapeInterval !== null && wanted.has(labels.job ?? '') ? [scrapeInterval] : [],
  );
  if (ofJobs.length > 0) return Math.max(...ofJobs);
  return mostUsual(targets) ?? globalScrapeInterval(configYaml ?? '') ?? USUAL;
}

/** `global.scrape_interval` of a Prometheus configuration, ms; null where it does not stand there. */
export function globalScrapeInterval(configYaml: string): number | null {
  const global = /^global:[ \t]*\n((?:[ \t]+.*\n?|[ \t]*\n)*)/m.exec(configYaml)?.[1] ?? '';
  const text = /^[ \t]+scrape_interval:[ \t]*["']?(\w+)/m.exec(global)?.[1];
  return text === undefined ? null : parseDuration(text);
}

/** The interval that most targets have; of equally usual ones the longest. */
function mostUsual(targets: readonly Target[]): number | null {
  const counts = new Map<number, number>();
  for (const { scrapeInterval } of targets) {
    if (scrapeInterval !== null) counts.set(scrapeInterval, (counts.get(scrapeInterval) ?? 0) + 1);
  }
  const [first] = [...counts].sort(([a, countA], [b, countB]) => countB - countA || b - a);
  return first?.[0] ?? null;
}
