import { setTimeout as delay } from 'node:timers/promises';
import type { Stand } from './stand/stand.ts';
import { large, type OpenPage, type Place, rival, small, visitAll, workAt } from './stand/visit.ts';
import { median, middleHalf, ratios } from './statistics.ts';
import type { Row, Suite } from './suite.ts';

const hour = 3_600_000;
const rounds = 15;
/** Unmeasured: the first times are the compiler's. */
const warmUps = 5;
/** Ms between two rounds: a page that asks again without a rest gathers answers that it would have let go. */
const rest = 600;

interface Refreshed {
  /** Ms from the key to drawn. */
  readonly drawn: number[];
  /** Ms of the main thread's processor time. */
  readonly mainThread: number[];
}

/** Lets a page ask again, one step (ms) later than before. */
async function refreshOnce({ page, mainThread }: OpenPage, panels: number, step: number) {
  await page.bringToFront();
  const before = await mainThread();
  const drawn = await page.evaluate(
    ({ step, panels }) => {
      window.bench.advance(step);
      return window.bench.refresh(panels);
    },
    { step, panels },
  );
  return { drawn, mainThread: (await mainThread()) - before };
}

/** Refreshes pages that stay open in turns, each round beginning with another one. */
function measure(stand: Stand, places: readonly Place[], step: number): Promise<Refreshed[]> {
  return visitAll(stand, places, async (open) => {
    const times = places.map((): Refreshed => ({ drawn: [], mainThread: [] }));
    for (let round = 0; round < warmUps + rounds; round++) {
      await delay(rest);
      for (const turn of places.keys()) {
        const at = (turn + round) % places.length;
        const [page, place] = [open[at], places[at]];
        if (page === undefined || place === undefined) continue;
        const taken = await refreshOnce(page, place.panels, step);
        if (round < warmUps) continue;
        times[at]?.drawn.push(taken.drawn);
        times[at]?.mainThread.push(taken.mainThread);
      }
    }
    return times;
  });
}

/** The same place at another time of the past for each page, so that none gets the answer to another's question. */
const apart = (places: readonly Place[]): Place[] => places.map((place, i) => ({ ...place, ago: (i + 2) * hour }));

function rowOf(what: string, floor: readonly number[], times: readonly number[], limit: number | null): Row {
  const each = ratios(times, floor);
  const figure = median(each);
  return {
    what,
    figures: [median(floor).toFixed(1), median(times).toFixed(1), figure.toFixed(2), middleHalf(each, 2)],
    budget: limit === null ? null : { figure, limit, unit: 'x' },
  };
}

const columns = ['floor ms', 'ms', 'ratio', 'middle half'];

/** Running the query again. */
export const againSuite: Suite = {
  name: 'again',
  title: 'One refresh of a chart',
  about: `From the key that asks again to the painted lines: 100 series, 1 h, one step later than before, against the bare page, which asks
for everything. Medians of ${rounds} rounds in turns, the pages' clocks moved on by a step each time.`,
  columns,
  run: async (stand) => {
    const started = await stand();
    const place: Place = { path: '/d/bench/chart?from=now-1h', panels: 1, viewport: small };
    const work = await workAt(started, place, 1);
    const places = apart([rival('bare', place, work), rival('library', place, work), place]);
    const [bare, library, mirante] = await measure(started, places, work.step * 1000);
    if (!bare || !library || !mirante) throw new Error('a page is missing');
    return [
      rowOf('Mirante, to drawn', bare.drawn, mirante.drawn, 1.4),
      rowOf('Mirante, main thread', bare.mainThread, mirante.mainThread, null),
      rowOf('React + uPlot, to drawn', bare.drawn, library.drawn, null),
      rowOf('React + uPlot, main thread', bare.mainThread, library.mainThread, null),
    ];
  },
};

/** A board that refreshes, against uPlot that gets the arrays. */
export const refreshSuite: Suite = {
  name: 'refresh',
  title: 'One refresh of a board',
  about: `Processor time of the main thread, from asking to painted: 12 panels x 10 series x 720 points. The floor is bare uPlot that is
handed the same arrays, made beforehand. Medians of ${rounds} rounds in turns.`,
  columns,
  run: async (stand) => {
    const started = await stand();
    const place: Place = { path: '/d/bench/board?from=now-3h', panels: 12, viewport: large };
    const work = await workAt(started, place, 3);
    const places = apart([rival('uplot', place, work), place]);
    const [floor, mirante] = await measure(started, places, work.step * 1000);
    if (!floor || !mirante) throw new Error('a page is missing');
    return [
      rowOf('Mirante, main thread', floor.mainThread, mirante.mainThread, 2),
      rowOf('Mirante, to drawn', floor.drawn, mirante.drawn, null),
    ];
  },
};
