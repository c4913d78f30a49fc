import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ScrapedTarget } from './chunks.ts';
import { createPresence } from './presence.ts';
import type { ScrapedSeries } from './series.ts';

const owner: ScrapedTarget = {
  target: { job: 'j', instance: 'i', metricsPath: '/metrics', families: [], isUpAt: (time) => time !== 11 },
  grid: { phase: 0, interval: 1 },
  series: [],
};
const aSpan = fc.tuple(fc.nat(20), fc.nat(12)).map(([first, length]) => ({ first, last: first + length - 1 }));

describe('presence', () => {
  it('is what trying every scrape of the span says, whatever was found empty before', () => {
    const spans = fc.array(aSpan, { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(30), { maxLength: 3 }), spans, (present, asked) => {
        const series: ScrapedSeries = {
          id: 0,
          labels: {},
          whileDown: false,
          valueAt: () => null,
          isPresentAt: (time) => present.includes(time),
        };
        const { hasSample } = createPresence();
        for (const span of asked) {
          const found = present.some((time) => time >= span.first && time <= span.last && time !== 11);
          expect(hasSample(owner, series, span)).toBe(found);
        }
      }),
      { numRuns: 3000 },
    );
  });
});
