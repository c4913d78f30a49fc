import type { Target } from '../../model/target.ts';
import type { Tone } from '../../model/thresholds.ts';

/** The targets of one job. */
export interface Job {
  readonly name: string;
  readonly up: number;
  readonly total: number;
  readonly tone: Tone;
  /** Down first, then those not scraped yet, then those that are up; by address within. */
  readonly targets: readonly Target[];
}

/** Targets by job: jobs with a target down first, then those with none at all, then the others; by name within. */
export function groupByJob(targets: readonly Target[], jobs: readonly string[]): readonly Job[] {
  const byName = new Map<string, Target[]>(jobs.map((name) => [name, []]));
  for (const target of targets) {
    const name = target.labels.job ?? target.scrapePool;
    const known = byName.get(name);
    if (known) known.push(target);
    else if (jobs.length === 0) byName.set(name, [target]);
  }
  return [...byName]
    .map(([name, members]) => toJob(name, members))
    .sort((a, b) => urgency(a) - urgency(b) || compare(a.name, b.name));
}

function toJob(name: string, members: readonly Target[]): Job {
  const up = members.filter((target) => target.health === 'up').length;
  const down = members.some((target) => target.health === 'down');
  return {
    name,
    up,
    total: members.length,
    tone: down ? 'critical' : up < members.length ? 'info' : members.length === 0 ? 'warning' : 'ok',
    targets: members.toSorted(
      (a, b) => healths.indexOf(a.health) - healths.indexOf(b.health) || compare(instanceOf(a), instanceOf(b)),
    ),
  };
}

/** What tells the targets of a job apart. */
export function instanceOf(target: Target): string {
  return target.labels.instance ?? target.scrapeUrl;
}

const healths: readonly Target['health'][] = ['down', 'unknown', 'up'];
const tonesByUrgency: readonly Tone[] = ['critical', 'warning', 'info', 'ok'];
const urgency = (job: Job) => tonesByUrgency.indexOf(job.tone);
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
