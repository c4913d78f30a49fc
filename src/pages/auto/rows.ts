import type { Family } from './families.ts';

/** What a row is named by: the front of its metrics' names, or what they are about. */
export type RowTitle =
  | { readonly kind: 'opening' | 'all' | 'others' | 'scrape' | 'created' }
  | { readonly kind: 'prefix'; readonly prefix: string }
  /** Of many with one prefix, those from one name to another. */
  | { readonly kind: 'part'; readonly prefix: string; readonly from: string; readonly to: string };

/** Families that stand together on the board. */
export interface AutoRow {
  /** The same whatever other rows there are: that it was opened is remembered under it. */
  readonly key: string;
  readonly title: RowTitle;
  /** What a language, a library or the scraping tells of itself: last, and closed. */
  readonly isRuntime: boolean;
  readonly families: readonly Family[];
}

/** Families in one row, about; with more than this it is divided. */
const MOST = 24;
/** A prefix with fewer gets no row of its own. */
const LEAST = 3;

const runtimes = ['process', 'go', 'nodejs', 'python', 'jvm', 'dotnet', 'ruby', 'promhttp', 'net_conntrack'];
const errorLike = /(?:^|_)errs?(?:_|$)|error|fail|drop|reject|exception|panic/i;
const latencyLike = /duration|latency|(?:^|_)(?:response|request)_time|_seconds$/;

/** What is read of every scrape, on the first row. */
const scrapeFigures = [
  'up',
  'scrape_duration_seconds',
  'scrape_samples_scraped',
  'scrape_samples_post_metric_relabeling',
];

/** All families in rows: what to look at first, then by prefix, then what runtimes and scrapes tell of themselves. */
export function rowsOf(families: readonly Family[]): readonly AutoRow[] {
  const isScrape = ({ name }: Family) => name === 'up' || name.startsWith('scrape_');
  const ofRuntimes = new Map(runtimes.map((runtime) => [runtime, families.filter(({ name }) => isOf(name, runtime))]));
  const isRuntime = new Set([...ofRuntimes.values()].flat());
  // When each counter began, as OpenMetrics tells it beside every one of them.
  const isCreated = ({ name }: Family) => name.endsWith('_created');
  const ownOnes = families.filter((family) => !isScrape(family) && !isCreated(family) && !isRuntime.has(family));
  const opening = [
    ...scrapeFigures.flatMap((figure) => families.filter(({ name }) => name === figure)),
    ...ownOnes.filter(({ kind, name }) => kind === 'counter' && errorLike.test(name)).slice(0, 6),
    ...ownOnes.filter(({ kind, name }) => /histogram/.test(kind) && latencyLike.test(name)).slice(0, 2),
  ];
  const isOpening = new Set(opening);
  const scrapes = families.filter((family) => isScrape(family) && !isCreated(family) && !isOpening.has(family));
  const groups = grouped(
    ownOnes.filter((family) => !isOpening.has(family)),
    1,
  );
  const [others, named] = parted(groups, ([, members]) => members.length < LEAST);
  const rest = others.flatMap(([, members]) => members).sort((a, b) => (a.name < b.name ? -1 : 1));
  return [
    row('opening', { kind: 'opening' }, opening),
    ...named.flatMap(([prefix, members]) => rowsOfPrefix(prefix, members)),
    ...divided(rest).map((part, i) => row(`others ${i}`, { kind: named.length === 0 ? 'all' : 'others' }, part)),
    ...[...ofRuntimes].map(([runtime, own]) => ({
      ...row(
        `runtime ${runtime}`,
        { kind: 'prefix', prefix: runtime },
        own.filter((family) => !isCreated(family)),
      ),
      isRuntime: true,
    })),
    { ...row('created', { kind: 'created' }, families.filter(isCreated)), isRuntime: true },
    { ...row('scrape', { kind: 'scrape' }, scrapes), isRuntime: true },
  ].filter((one) => one.families.length > 0);
}

const isOf = (name: string, runtime: string) => name.startsWith(runtime) && name[runtime.length] === '_';

function row(key: string, title: RowTitle, families: readonly Family[]): AutoRow {
  return { key, title, isRuntime: false, families };
}

type Group = readonly [prefix: string, members: readonly Family[]];

/** Families by the first words of their names. */
function grouped(families: readonly Family[], words: number): readonly Group[] {
  const groups = new Map<string, Family[]>();
  for (const family of families) {
    const prefix = family.name.split(/[_:.]/).slice(0, words).join('_');
    const known = groups.get(prefix);
    if (known) known.push(family);
    else groups.set(prefix, [family]);
  }
  return [...groups];
}

/** The rows of one prefix: divided by further words of their names, and by number where words do not tell them apart. */
function rowsOfPrefix(prefix: string, members: readonly Family[], words = 1): readonly AutoRow[] {
  if (members.length <= MOST) return [row(prefix, { kind: 'prefix', prefix }, members)];
  const groups = grouped(members, words + 1);
  const [small, large] = parted(groups, ([, one]) => one.length < LEAST);
  const isOver = words > 6;
  if (large.length === 0 || isOver) return inParts(prefix, members);
  const rest = small.flatMap(([, one]) => one);
  return [
    ...large.flatMap(([longer, one]) => rowsOfPrefix(longer, one, words + 1)),
    ...(rest.length === 0
      ? []
      : rest.length <= MOST
        ? [row(`${prefix} rest`, { kind: 'prefix', prefix }, rest)]
        : inParts(prefix, rest)),
  ];
}

function inParts(prefix: string, members: readonly Family[]): readonly AutoRow[] {
  return divided(members).map((part) => {
    const [from, to] = [part[0]?.name ?? '', part.at(-1)?.name ?? ''];
    return row(`${prefix} from ${from}`, { kind: 'part', prefix, from, to }, part);
  });
}

/** In parts of about the same length, none longer than a row. */
function divided(families: readonly Family[]): readonly (readonly Family[])[] {
  const length = Math.ceil(families.length / Math.ceil(families.length / MOST));
  return Array.from({ length: Math.ceil(families.length / MOST) }, (_, i) =>
    families.slice(i * length, (i + 1) * length),
  );
}

function parted<T>(all: readonly T[], fits: (one: T) => boolean): readonly [readonly T[], readonly T[]] {
  return [all.filter(fits), all.filter((one) => !fits(one))];
}
