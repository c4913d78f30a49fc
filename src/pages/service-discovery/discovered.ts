import type { Labels } from '../../model/labels.ts';
import type { TargetList } from '../../prometheus/types.ts';
import type { ListedLabel } from '../frame/LabelList.tsx';

/** Something that was discovered, and what relabelling made of it. */
export interface Discovered {
  readonly pool: string;
  readonly discovered: Labels;
  /** Null where relabelling dropped it. */
  readonly final: Labels | null;
  readonly key: string;
}

export interface DiscoveredPool {
  readonly name: string;
  readonly kept: number;
  readonly total: number;
  readonly items: readonly Discovered[];
}

/** One row of the list. */
export type DiscoveryRow =
  | { readonly kind: 'pool'; readonly pool: DiscoveredPool; readonly isOpen: boolean }
  | { readonly kind: 'item'; readonly item: Discovered };

/** All that was discovered, kept first, each with a key of its own. */
export function listDiscovered({ active, dropped }: TargetList): readonly Discovered[] {
  const items = [
    ...active.map(({ scrapePool, discoveredLabels, labels }) => ({
      pool: scrapePool || (labels.job ?? ''),
      discovered: discoveredLabels,
      final: labels,
    })),
    ...dropped.map(({ scrapePool, discoveredLabels }) => ({
      pool: scrapePool || (discoveredLabels.job ?? ''),
      discovered: discoveredLabels,
      final: null,
    })),
  ];
  return items.map((item, i) => ({ ...item, key: `${item.pool}\n${item.discovered.__address__ ?? ''}\n${i}` }));
}

/** By scrape pool, by name. */
export function poolsOf(items: readonly Discovered[]): readonly DiscoveredPool[] {
  const byName = new Map<string, Discovered[]>();
  for (const item of items) {
    const known = byName.get(item.pool);
    if (known) known.push(item);
    else byName.set(item.pool, [item]);
  }
  return [...byName]
    .map(([name, members]) => ({
      name,
      kept: members.filter(({ final }) => final !== null).length,
      total: members.length,
      items: members,
    }))
    .sort((a, b) => compare(a.name, b.name));
}

/** Pools and what was discovered by those that are open, in the order they are drawn. */
export function rowsOf(
  pools: readonly DiscoveredPool[],
  isOpen: (pool: DiscoveredPool) => boolean,
): readonly DiscoveryRow[] {
  return pools.flatMap((pool): readonly DiscoveryRow[] => {
    const open = isOpen(pool);
    const heading = { kind: 'pool', pool, isOpen: open } as const;
    return open ? [heading, ...pool.items.map((item) => ({ kind: 'item', item }) as const)] : [heading];
  });
}

/** Labels that Prometheus keeps for itself: they are there for relabelling only, and always go at its end. */
const isInternal = (name: string) => name.startsWith('__');

/**
 * The label sets before and after relabelling: on the left each label that is gone, though it is not one of those that always
 * go, is `removed`; on the right what is new is `added`, and what has another value than before is `changed`.
 */
export function compareLabels(
  discovered: Labels,
  final: Labels,
  names: Readonly<Record<'added' | 'changed' | 'removed', string>>,
): { readonly before: readonly ListedLabel[]; readonly after: readonly ListedLabel[] } {
  const mark = (change: 'added' | 'changed' | 'removed' | null) =>
    change === null ? {} : { change, changeName: names[change] };
  const sorted = (labels: Labels) => Object.entries(labels).sort(([a], [b]) => compare(a, b));
  return {
    before: sorted(discovered).map(([name, value]) => ({
      name,
      value,
      ...mark(!Object.hasOwn(final, name) && !isInternal(name) ? 'removed' : null),
    })),
    after: sorted(final).map(([name, value]) => {
      const before = Object.hasOwn(discovered, name) ? discovered[name] : undefined;
      return { name, value, ...mark(before === undefined ? 'added' : before === value ? null : 'changed') };
    }),
  };
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
