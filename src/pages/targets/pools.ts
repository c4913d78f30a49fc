import type { Target } from '../../model/target.ts';
import type { Tone } from '../../model/thresholds.ts';

/** The targets of one scrape pool: a job of the server's configuration. */
export interface Pool {
  readonly name: string;
  readonly up: number;
  readonly down: number;
  readonly total: number;
  readonly tone: Tone;
  /** Down first, then those not scraped yet, then those that are up; by address within. */
  readonly targets: readonly Target[];
}

/** The job that all targets of a pool have; null where there are several, or none. */
export function jobOf({ targets }: Pool): string | null {
  const jobs = new Set(targets.map(({ labels }) => labels.job ?? ''));
  const [job = ''] = jobs;
  return jobs.size === 1 && job !== '' ? job : null;
}

/** One row of the list. */
export type TargetRow =
  | { readonly kind: 'pool'; readonly pool: Pool; readonly isOpen: boolean }
  | { readonly kind: 'target'; readonly target: Target; readonly key: string };

/** Targets by scrape pool: pools with a target down first, then those with one not scraped yet; by name within. */
export function poolsOf(targets: readonly Target[]): readonly Pool[] {
  const byName = new Map<string, Target[]>();
  for (const target of targets) {
    const name = target.scrapePool || target.labels.job || '';
    const known = byName.get(name);
    if (known) known.push(target);
    else byName.set(name, [target]);
  }
  return [...byName]
    .map(([name, members]) => toPool(name, members))
    .sort((a, b) => urgency.indexOf(a.tone) - urgency.indexOf(b.tone) || compare(a.name, b.name));
}

function toPool(name: string, members: readonly Target[]): Pool {
  const count = (health: Target['health']) => members.filter((target) => target.health === health).length;
  const [up, down] = [count('up'), count('down')];
  return {
    name,
    up,
    down,
    total: members.length,
    tone: down > 0 ? 'critical' : up < members.length ? 'info' : 'ok',
    targets: members.toSorted(
      (a, b) => healths.indexOf(a.health) - healths.indexOf(b.health) || compare(instanceOf(a), instanceOf(b)),
    ),
  };
}

/** Pools and the targets of those that are open, in the order they are drawn. */
export function rowsOf(pools: readonly Pool[], isOpen: (pool: Pool) => boolean): readonly TargetRow[] {
  return pools.flatMap((pool): readonly TargetRow[] => {
    const open = isOpen(pool);
    const heading = { kind: 'pool', pool, isOpen: open } as const;
    if (!open) return [heading];
    return [heading, ...pool.targets.map((target) => ({ kind: 'target', target, key: keyOf(target) }) as const)];
  });
}

/** What tells the targets of a pool apart. */
export function instanceOf({ labels, scrapeUrl }: Target): string {
  return labels.instance ?? scrapeUrl;
}

/** The share of the time between two scrapes that the last scrape took; null where the server does not tell the time. */
export function scrapeShare({ lastScrapeDuration, scrapeInterval }: Target): number | null {
  return scrapeInterval === null || scrapeInterval === 0 ? null : lastScrapeDuration / scrapeInterval;
}

const keyOf = (target: Target) => `${target.scrapePool}\n${target.scrapeUrl}\n${instanceOf(target)}`;
const healths: readonly Target['health'][] = ['down', 'unknown', 'up'];
const urgency: readonly Tone[] = ['critical', 'info', 'ok'];
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
