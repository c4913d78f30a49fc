import type { Stand } from './stand/stand.ts';
import { visitUnwatched } from './stand/unwatched.ts';
import { large, type Place, rival, small, workAt } from './stand/visit.ts';
import { median, middleHalf, ratios } from './statistics.ts';
import type { Row, Suite } from './suite.ts';

const rounds = 15;
const slowdowns = [1, 4];

/** The most that Mirante may take, in times of the bare page: at the processor's own speed, and slowed 4 times. */
const limits = new Map([
  [1, 2.5],
  [4, 3],
]);

interface Case {
  readonly what: string;
  readonly place: Place;
  readonly columns: number;
  /** Budgets are for the one chart. */
  readonly isJudged: boolean;
}

const cases: readonly Case[] = [
  {
    what: '100 series, 1 h',
    place: { path: '/d/bench/chart?from=now-1h', panels: 1, viewport: small },
    columns: 1,
    isJudged: true,
  },
  {
    what: '100 series, 24 h',
    place: { path: '/d/bench/chart?from=now-24h', panels: 1, viewport: small },
    columns: 1,
    isJudged: true,
  },
  {
    what: '12 panels x 10 series, 1 h',
    place: { path: '/d/bench/board?from=now-1h', panels: 12, viewport: large },
    columns: 3,
    isJudged: false,
  },
];

/** Ms of each round. */
interface Times {
  readonly drawn: number[];
  readonly mainThread: number[];
}

const pages = ['bare', 'library', 'mirante'] as const;
type PageName = (typeof pages)[number];

/** Visits the three pages in turns, each round beginning with another one, so that a noisy minute hits all of them. */
async function measure(stand: Stand, places: Readonly<Record<PageName, Place>>): Promise<Record<PageName, Times>> {
  const times = {
    bare: { drawn: [], mainThread: [] },
    library: { drawn: [], mainThread: [] },
    mirante: { drawn: [], mainThread: [] },
  } satisfies Record<PageName, Times>;
  const taken: Record<PageName, Times> = times;
  for (let round = 0; round < rounds; round++) {
    for (const [turn] of pages.entries()) {
      const name = pages[(turn + round) % pages.length] ?? 'bare';
      const { drawn, mainThread } = await visitUnwatched(stand, places[name]);
      taken[name].drawn.push(drawn);
      taken[name].mainThread.push(mainThread);
    }
  }
  return taken;
}

function rowOf(what: string, measure: keyof Times, times: Record<PageName, Times>, limit: number | null): Row {
  const bare = times.bare[measure];
  const library = ratios(times.library[measure], bare);
  const mirante = ratios(times.mirante[measure], bare);
  const figure = median(mirante);
  return {
    what: `${what}, ${measure === 'drawn' ? 'to drawn' : 'main thread'}`,
    figures: [
      median(bare).toFixed(0),
      median(times.mirante[measure]).toFixed(0),
      median(library).toFixed(2),
      figure.toFixed(2),
      middleHalf(mirante, 2),
    ],
    budget: limit === null ? null : { figure, limit, unit: 'x' },
  };
}

async function rowsOf(stand: Stand, { what, place, columns, isJudged }: Case): Promise<Row[]> {
  const work = await workAt(stand, place, columns);
  const rows: Row[] = [];
  for (const slowdown of slowdowns) {
    const mirante = { ...place, slowdown };
    const places = { mirante, bare: rival('bare', mirante, work), library: rival('library', mirante, work) };
    const times = await measure(stand, places);
    const limit = isJudged ? (limits.get(slowdown) ?? null) : null;
    const name = slowdown === 1 ? what : `${what}, CPU ${slowdown} x slower`;
    rows.push(rowOf(name, 'drawn', times, limit), rowOf(name, 'mainThread', times, limit));
  }
  return rows;
}

/** From an address to a drawn page, with nothing cached. */
export const coldSuite: Suite = {
  name: 'cold',
  title: 'Cold navigation',
  about: `A page opened with an empty cache, until its lines are painted, and the processor time of its main thread until then. Bare
fetches, parses and strokes the same lines on one canvas; the second reference is React and uPlot alone. The same expression, range and
step by the same gateway, and no inspector turned on in any of them. Medians of ${rounds} rounds in turns; a ratio is taken within a round.`,
  columns: ['bare ms', 'Mirante ms', 'React + uPlot / bare', 'Mirante / bare', 'middle half'],
  run: async (stand) => {
    const started = await stand();
    const rows: Row[] = [];
    for (const one of cases) rows.push(...(await rowsOf(started, one)));
    return rows;
  },
};
