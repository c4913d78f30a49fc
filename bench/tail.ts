import type { TappedQuery } from './stand/tap.ts';
import { large, type Place, visit } from './stand/visit.ts';
import type { Row, Suite } from './suite.ts';

const hour = 3_600_000;
/** More than the refreshes after which everything is asked anew, so that their cost is in the mean. */
const refreshes = 70;
const limit = 0.1;

const bytesOf = (queries: readonly TappedQuery[]): number => queries.reduce((sum, { bytes }) => sum + bytes, 0);
const isRange = ({ endpoint }: TappedQuery): boolean => endpoint === 'query_range';

function rowOf(what: string, full: number, each: number): Row {
  const figure = each / full;
  return {
    what,
    figures: [Math.round(full).toLocaleString('en'), Math.round(each).toLocaleString('en'), figure.toFixed(3)],
    budget: { figure, limit, unit: '' },
  };
}

/** What a refresh costs Prometheus. */
export const tailSuite: Suite = {
  name: 'tail',
  title: 'What a refresh asks of Prometheus',
  about: `12 panels x 10 series at 6 h, between the gateway and Prometheus: compressed bytes of the answers, and samples by Prometheus's own
count (\`stats=all\`, \`totalQueryableSamples\`). The first load asks for everything; a refresh is the mean of ${refreshes} of them, each one
step later, with those that ask for everything anew.`,
  columns: ['everything', 'a refresh', 'share'],
  run: async (stand) => {
    const started = await stand();
    const { tap } = started;
    // A past that no longer changes, and the clock never reaches now.
    const place: Place = { path: '/d/bench/board?from=now-6h', panels: 12, viewport: large, ago: 8 * hour };
    tap.take();
    return visit(started, place, async ({ page }) => {
      const full = tap.take().filter(isRange);
      const step = 1000 * Number(full[0]?.form.get('step'));
      await page.evaluate(
        async ({ step, refreshes }) => {
          for (let i = 0; i < refreshes; i++) {
            window.bench.advance(step);
            await window.bench.refresh(12);
          }
        },
        { step, refreshes },
      );
      const again = tap.take().filter(isRange);
      if (again.length < refreshes * 12) throw new Error(`${refreshes} refreshes asked ${again.length} queries`);
      return [
        rowOf('bytes', bytesOf(full), bytesOf(again) / refreshes),
        rowOf('samples', await tap.samplesOf(full), (await tap.samplesOf(again)) / refreshes),
      ];
    });
  },
};
