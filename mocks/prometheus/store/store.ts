import type { FleetTarget } from '../../fleet/types.ts';
import { executionError } from '../../promql/errors.ts';
import type { Matcher } from '../../promql/matchers.ts';
import type { ReadHint, StoredSeries } from '../../promql/values.ts';
import type { SampleStore } from '../types.ts';
import { createChunks, type ScrapedTarget, touchedLength } from './chunks.ts';
import { type Column, scrapeColumns, toStored } from './columns.ts';
import { createPresence } from './presence.ts';
import { hintedLength, hintedTimes, lengthOf, spanOf, timesOf } from './reads.ts';
import { createSchedule, type ScheduleOptions } from './scrapes.ts';
import { type ScrapedSeries, seriesByTarget } from './series.ts';
import { createIndex } from './series-index.ts';

export interface StoreOptions extends ScheduleOptions {
  /** Whether a series that vanishes leaves a staleness marker, as it does unless its past was written from outside. */
  readonly markers?: boolean;
  /** Epoch ms before which nothing was scraped; it was since ever if not said. */
  readonly since?: number;
  /** A selection of more samples is refused; 20 million if not said. */
  readonly maxSamples?: number;
  /** Samples that are kept once they are computed; 6 million if not said. */
  readonly cachedSamples?: number;
}

/** Samples computed together: what one selection holds beside what it has already handed out. */
const batchSamples = 1_000_000;

/** A chunk is filled only where at least this share of it is read. */
const worthFilling = 1 / 6;

/** How the samples of some series of one target are read. */
interface Reading {
  readonly target: ScrapedTarget;
  readonly series: readonly ScrapedSeries[];
  /** Scrapes, at most. */
  readonly length: number;
  times(): Float64Array;
  columns(series: readonly ScrapedSeries[], times: Float64Array): (Column | null)[];
}

/**
 * What Prometheus would hold after scraping the targets all along, without storage: samples are computed as they are
 * read. A selection above `maxSamples` fails with an execution error.
 */
export function createStore(targets: readonly FleetTarget[], options: StoreOptions = {}): SampleStore {
  const {
    markers = true,
    since = Number.NEGATIVE_INFINITY,
    maxSamples = 20_000_000,
    cachedSamples = 6_000_000,
  } = options;
  const schedule = createSchedule(options);
  const seriesOf = seriesByTarget(targets, schedule.interval);
  const scraped = targets.map((target, i): ScrapedTarget => {
    const grid = { phase: schedule.phaseOf(target), interval: schedule.interval };
    return { target, grid, series: seriesOf[i] ?? [] };
  });
  const all = scraped.flatMap((target) => target.series.map((series) => ({ target, series })));
  const index = createIndex(all.map(({ series }) => series.labels));
  const chunks = createChunks(cachedSamples);
  const presence = createPresence();

  /** The series that meet all matchers of at least one of the lists, by target. */
  const find = (matcherLists: readonly (readonly Matcher[])[]) => {
    const ids = new Set(matcherLists.flatMap((matchers) => index.find(matchers)));
    const found = new Map<ScrapedTarget, ScrapedSeries[]>();
    for (const id of [...ids].sort((a, b) => a - b)) {
      const hit = all[id];
      if (!hit) continue;
      const others = found.get(hit.target);
      if (others) others.push(hit.series);
      else found.set(hit.target, [hit.series]);
    }
    return Array.from(found, ([target, series]) => ({ target, series }));
  };

  const readingOf = (
    target: ScrapedTarget,
    series: readonly ScrapedSeries[],
    range: { readonly from: number; readonly to: number },
    hint: ReadHint | undefined,
  ): Reading => {
    const span = spanOf(target.grid, range.from, range.to);
    // Only a marker keeps the newest scrape from showing an older sample of a series that it lacks.
    const useful = hint && { ...hint, newestOnly: hint.newestOnly && markers };
    const length = useful ? hintedLength(target.grid, span, useful) : lengthOf(span);
    if (length >= touchedLength(span) * worthFilling) {
      return {
        target,
        series,
        length: lengthOf(span),
        times: () => timesOf(target.grid, span),
        columns: (some) => chunks.read(target, some, span),
      };
    }
    return {
      target,
      series,
      length,
      times: () => (useful ? hintedTimes(target.grid, span, useful) : timesOf(target.grid, span)),
      columns: (some, times) => scrapeColumns(target.target, some, times),
    };
  };

  function* samples({ series, length, times, columns }: Reading): Generator<StoredSeries> {
    if (length === 0) return;
    const scrapes = times();
    const size = Math.max(1, Math.floor(batchSamples / length));
    for (let start = 0; start < series.length; start += size) {
      const batch = series.slice(start, start + size);
      const read = columns(batch, scrapes);
      for (const [i, { labels }] of batch.entries()) {
        const column = read[i];
        const stored = column ? toStored(labels, scrapes, column, markers) : null;
        if (stored) yield stored;
      }
    }
  }

  return {
    *select(matchers, from, to, hint) {
      const readings = find([matchers]).map(({ target, series }) =>
        readingOf(target, series, { from: Math.max(from, since), to }, hint),
      );
      const total = readings.reduce((sum, { series, length }) => sum + series.length * length, 0);
      if (total > maxSamples) {
        throw executionError('query processing would load too many samples into memory in query execution');
      }
      for (const reading of readings) yield* samples(reading);
    },

    labelSets(matcherLists, from, to) {
      return find(matcherLists.length === 0 ? [[]] : matcherLists).flatMap(({ target, series }) => {
        const span = spanOf(target.grid, Math.max(from, since), to);
        return series.filter((one) => presence.hasSample(target, one, span)).map(({ labels }) => labels);
      });
    },
  };
}
