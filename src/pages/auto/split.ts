import type { Labels } from '../../model/labels.ts';

/** More lines than this in one panel are no help. */
const MOST = 10;

/** What an engineer asks for first, where several labels would do. */
const telling = [
  'code',
  'status',
  'state',
  'result',
  'outcome',
  'error',
  'reason',
  'mode',
  'type',
  'method',
  'operation',
];

/** Labels that tell nothing of the system, or are the histogram's own. */
const own = new Set(['__name__', 'job', 'instance', 'le', 'quantile']);

/**
 * The label by which series of one metric are best told apart: one of 2 to 10 values that most of them have, rather one that
 * tells more than which instance they are of; else `instance` where there are several; null where none does.
 */
export function splitLabel(series: readonly Labels[]): string | null {
  const instances = valuesOf(series, 'instance');
  const names = new Set(series.flatMap((labels) => Object.keys(labels)));
  const candidates = [...names].flatMap((label) => {
    if (own.has(label) || !/^[A-Za-z_]\w*$/.test(label)) return [];
    const values = valuesOf(series, label);
    if (values.size < 2 || values.size > MOST || isOfInstance(series, label, instances.size)) return [];
    const having = series.filter((labels) => Object.hasOwn(labels, label)).length;
    const rank = telling.indexOf(label);
    return [{ label, having, rank: rank < 0 ? telling.length : rank, values: values.size }];
  });
  const [best] = candidates.sort(
    (a, b) => b.having - a.having || a.rank - b.rank || a.values - b.values || (a.label < b.label ? -1 : 1),
  );
  if (best !== undefined && best.having * 2 >= series.length) return best.label;
  return instances.size >= 2 && instances.size <= MOST ? 'instance' : null;
}

const valuesOf = (series: readonly Labels[], label: string) => new Set(series.map((labels) => labels[label] ?? ''));

/** Every instance has one value of its own, such as the name of its host. */
function isOfInstance(series: readonly Labels[], label: string, instances: number): boolean {
  const pairs = new Set(series.map((labels) => JSON.stringify([labels.instance, labels[label]])));
  return instances > 1 && pairs.size === instances;
}
