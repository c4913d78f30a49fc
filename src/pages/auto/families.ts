import type { MetricMetadata } from '../../prometheus/types.ts';

export type FamilyKind =
  | 'counter'
  | 'gauge'
  /** A gauge that holds a moment, in seconds since 1970. */
  | 'moment'
  | 'info'
  | 'histogram'
  /** One that is not counted up: its buckets say how values lie now. */
  | 'gauge-histogram'
  /** One whose buckets are within its samples. */
  | 'native-histogram'
  | 'summary';

/** What an exporter means by one name, whatever the number of metrics it takes. */
export interface Family {
  /** Without the suffixes of its parts. */
  readonly name: string;
  /** Unique on the board; a dashboard's file takes it as a panel's id, also with `-rate` behind. */
  readonly id: string;
  readonly kind: FamilyKind;
  readonly help: string;
  /** As declared; '' mostly. */
  readonly unit: string;
  /** The names that its samples have. Each metric of a job is in one family. */
  readonly metrics: readonly string[];
}

export type Metadata = Readonly<Record<string, readonly MetricMetadata[]>>;

type Draft = Omit<Family, 'id' | 'help' | 'unit'>;

/**
 * Families of a job's metrics, by name: what metadata declares, and what names tell where it says nothing
 * (https://prometheus.io/docs/practices/naming/).
 */
export function familiesOf(names: readonly string[], metadata: Metadata): readonly Family[] {
  const known = new Map(Object.entries(metadata));
  const left = new Set([...names].sort(byName));
  const take = (draft: Draft): Draft => {
    for (const metric of draft.metrics) left.delete(metric);
    return draft;
  };
  const typeOf = (name: string) => {
    const told = known.get(name)?.[0]?.type ?? '';
    return told === '' || told === 'untyped' ? 'unknown' : told;
  };
  const drafts: Draft[] = [];
  for (const base of bases(left)) {
    const parts = partsOf(base, left, typeOf);
    if (parts !== null) drafts.push(take(parts));
  }
  for (const name of left) drafts.push({ name, kind: kindOf(name, declaredOf(name, typeOf)), metrics: [name] });
  const ids = new Set<string>();
  return drafts
    .sort((a, b) => byName(a.name, b.name))
    .map((draft) => {
      const told = known.get(draft.name) ?? known.get(draft.name.replace(tail, '')) ?? [];
      return { ...draft, id: freeId(draft.name, ids), help: told[0]?.help ?? '', unit: told[0]?.unit ?? '' };
    });
}

const byName = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** What metadata leaves out of the names of some formats. */
const tail = /_(?:total|created|info)$/;
const part = /_(?:bucket|g?sum|g?count)$/;

/** What names would be of families with parts. */
const bases = (names: ReadonlySet<string>) =>
  new Set([...names].filter((name) => part.test(name)).map((name) => name.replace(part, '')));

/** The histogram or summary with this name; null where the names that look like it are metrics of their own. */
function partsOf(name: string, names: ReadonlySet<string>, typeOf: (name: string) => string): Draft | null {
  // What declares itself is no part of another.
  const present = (suffix: string) =>
    names.has(name + suffix) && typeOf(name + suffix) === 'unknown' ? [name + suffix] : [];
  const buckets = present('_bucket');
  const rest = [...present('_sum'), ...present('_count'), ...present('_gsum'), ...present('_gcount')];
  const declared = typeOf(name);
  if (declared === 'gaugehistogram' && buckets.length > 0)
    return { name, kind: 'gauge-histogram', metrics: [...buckets, ...rest] };
  if (buckets.length > 0 && (rest.length > 0 || declared === 'histogram'))
    return { name, kind: 'histogram', metrics: [...buckets, ...rest] };
  const [sums, counts] = [present('_sum'), present('_count')];
  const isSummary = declared === 'summary' || (declared === 'unknown' && sums.length > 0 && counts.length > 0);
  if (!isSummary) return null;
  return { name, kind: 'summary', metrics: [...(names.has(name) ? [name] : []), ...sums, ...counts] };
}

/** The declared type of a metric that is no part of a family. */
function declaredOf(name: string, typeOf: (name: string) => string): string {
  const own = typeOf(name);
  return own === 'unknown' && tail.test(name) && !name.endsWith('_created') ? typeOf(name.replace(tail, '')) : own;
}

const moment =
  /(?:_timestamp(?:_seconds)?|_created|_cert_expiry|(?:^|_)(?:start|boot|push|failure|success|modif\w*|creat\w*|last\w*)_time_seconds)$/;

function kindOf(name: string, declared: string): FamilyKind {
  if (declared === 'info' || (declared !== 'counter' && /_info$/.test(name))) return 'info';
  // Its buckets would be metrics beside it.
  if (declared === 'histogram' && !part.test(name)) return 'native-histogram';
  if (declared === 'summary') return 'summary';
  if (declared !== 'counter' && moment.test(name)) return 'moment';
  if (declared === 'counter') return 'counter';
  return declared === 'unknown' && /_(?:total|bucket|sum|count)$/.test(name) ? 'counter' : 'gauge';
}

function freeId(name: string, ids: Set<string>): string {
  const plain = name.replace(/\W+/g, '-').replace(/^-+|-+$/g, '') || 'metric';
  let id = plain;
  for (let i = 2; ids.has(id) || ids.has(`${id}-rate`); i++) id = `${plain}-${i}`;
  ids.add(id).add(`${id}-rate`);
  return id;
}
