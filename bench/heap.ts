import type { CDPSession } from '@playwright/test';
import { large, type OpenPage, type Place, rival, visit, workAt } from './stand/visit.ts';
import type { Row, Suite } from './suite.ts';

const hour = 3_600_000;
const step = 15_000;
const refreshes = 2000;
/** Refreshes between two looks at the watch. */
const batch = 50;
/** Ms after which a slow machine has refreshed enough, four times what a quiet one takes; the table says how many times that was. */
const timeLimit = 900_000;
/**
 * Refreshes before the first look: what is filled once is full, and the engine has compiled what it finds worth it. In a page that
 * keeps nothing new its machine code still grows by half a megabyte over refreshes 100 to 500, and by nothing after them.
 */
const first = 500;
/** Ms after which answers that nobody shows any more are let go. */
const rest = 7000;
const heapLimit = 5_000_000;

/** Bytes of JavaScript objects that are still reachable. */
async function heapOf(devtools: CDPSession): Promise<number> {
  for (let i = 0; i < 3; i++) await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await devtools.send('Runtime.getHeapUsage');
  return usedSize;
}

/** Refreshes as quickly as the page draws, at most `count` times. Resolves with how many times that was. */
async function refreshTimes({ page }: OpenPage, count: number): Promise<number> {
  const deadline = Date.now() + timeLimit;
  let done = 0;
  while (done < count && Date.now() < deadline) {
    await page.evaluate(
      async ({ batch, step }) => {
        for (let i = 0; i < batch; i++) {
          window.bench.advance(step);
          await window.bench.refresh(12);
        }
      },
      { batch, step },
    );
    done += batch;
  }
  await page.waitForTimeout(rest);
  return done;
}

const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(2);

function heapRow(what: string, bytes: number, limit: number | null): Row {
  const budget = limit === null ? null : { figure: bytes / 1e6, limit: limit / 1e6, unit: ' MB' };
  return { what, figures: [megabytes(bytes)], budget };
}

/** What a page keeps. */
export const heapSuite: Suite = {
  name: 'heap',
  title: 'Heap',
  about: `JavaScript objects in use after garbage collection: 12 panels x 10 series x 720 points. The 2,000 refreshes (fewer, which counts as
exceeded, where they would take more than ${timeLimit / 1000} s) are as quick as the page draws them, over data that is answered within the page; everything else is as ever.`,
  columns: ['MB'],
  run: async (stand) => {
    const started = await stand();
    const place: Place = { path: '/d/bench/board?from=now-3h', panels: 12, viewport: large };
    const work = await workAt(started, place, 3);
    const library = await visit(started, rival('library', place, work), ({ devtools }) => heapOf(devtools));
    const mirante = await visit(started, place, async ({ page, devtools }) => {
      await page.waitForTimeout(rest);
      return heapOf(devtools);
    });
    const refreshed = { ...place, ago: hour, isFake: true };
    const { early, late, done } = await visit(started, refreshed, async (open) => {
      await refreshTimes(open, first);
      const early = await heapOf(open.devtools);
      const done = await refreshTimes(open, refreshes);
      return { early, late: await heapOf(open.devtools), done };
    });
    return [
      heapRow('Mirante', mirante, heapLimit),
      heapRow('React + uPlot', library, null),
      heapRow(`Mirante after ${first} refreshes`, early, null),
      {
        ...heapRow(`Mirante after ${done.toLocaleString('en')} more`, late, null),
        // Too few refreshes prove nothing: the budget is not held then.
        budget: { figure: done < refreshes ? Number.POSITIVE_INFINITY : late / early, limit: 1.05, unit: 'x' },
      },
    ];
  },
};
