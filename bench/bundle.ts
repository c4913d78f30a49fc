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
  about: 'Bytes over the wire, compressed, as a browser with an empty cache gets them from the gateway.',
  columns: ['bytes'],
  run: async (stand) => {
    const [drawn, later] = await visit(await stand(), place, async ({ page, drawn }) => {
      const bytesBy = (time: number) =>
        page.evaluate((time) => {
          const entries = performance.getEntriesByType('resource');
          return entries.reduce((sum, entry) => {
            if (!(entry instanceof PerformanceResourceTiming) || entry.responseEnd > time) return sum;
            return /\.(js|css)$/.test(entry.name) ? sum + entry.encodedBodySize : sum;
          }, 0);
        }, time);
      const atOnce = await bytesBy(drawn);
      await page.waitForTimeout(2000);
      return [atOnce, await bytesBy(Number.MAX_SAFE_INTEGER)] as const;
    });
    return [rowOf('until drawn', drawn, true), rowOf('with what is loaded right after it', later, false)];
  },
};
