import { type Place, small, visit } from './stand/visit.ts';
import type { Row, Suite } from './suite.ts';

const limit = 150_000;
const place: Place = { path: '/d/bench/chart', panels: 1, viewport: small };

function rowOf(what: string, bytes: number, isJudged: boolean): Row {
  const budget = isJudged ? { figure: bytes, limit, unit: '' } : null;
  return { what, figures: [bytes.toLocaleString('en')], budget };
}

/** What a browser loads for its first board. */
export const bundleSuite: Suite = {
  name: 'bundle',
  title: 'JavaScript and CSS of the first board',
  about: `Bytes over the wire, compressed, as a browser with an empty cache gets them from the gateway: of all files that are asked for
before the lines are stroked.`,
  columns: ['bytes'],
  run: async (stand) => {
    const started = await stand();
    // A server that has just begun takes so long for its first answers that a page goes on to what comes later.
    await visit(started, place, async () => undefined);
    const { files, strokedAt } = await visit(started, place, async ({ page }) => {
      await page.waitForTimeout(2000);
      return page.evaluate(() => ({
        strokedAt: window.bench.strokedAt(),
        files: performance
          .getEntriesByType('resource')
          .filter((entry) => entry instanceof PerformanceResourceTiming)
          .filter(({ name }) => /\.(js|css)$/.test(name))
          .map(({ startTime, encodedBodySize }) => ({ startTime, encodedBodySize })),
      }));
    });
    const bytesUntil = (time: number) =>
      files.reduce((sum, file) => (file.startTime > time ? sum : sum + file.encodedBodySize), 0);
    const [drawn, later] = [bytesUntil(strokedAt), bytesUntil(Number.MAX_SAFE_INTEGER)];
    return [rowOf('until drawn', drawn, true), rowOf('with what is loaded right after it', later, false)];
  },
};
