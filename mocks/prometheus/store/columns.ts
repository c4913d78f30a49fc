import type { Labels } from '../../../src/model/labels.ts';
import type { FleetTarget } from '../../fleet/types.ts';
import type { StoredSeries } from '../../promql/values.ts';
import type { ScrapedSeries } from './series.ts';

/** What successive scrapes read of one series. */
export interface Column {
  /** One for each scrape. */
  readonly values: Float64Array;
  /** 1 where the scrape read nothing; null: it always read something. */
  readonly absent: Uint8Array | null;
}

class ColumnBuilder {
  private readonly source: ScrapedSeries;
  private readonly values: Float64Array;
  private absent: Uint8Array | null = null;
  private absences = 0;

  constructor(source: ScrapedSeries, length: number) {
    this.source = source;
    this.values = new Float64Array(length);
  }

  read(i: number, time: number, isUp: boolean): void {
    const value = isUp || this.source.whileDown ? this.source.valueAt(time) : null;
    if (value !== null) {
      this.values[i] = value;
      return;
    }
    this.absent ??= new Uint8Array(this.values.length);
    this.absent[i] = 1;
    this.absences++;
  }

  finish(): Column | null {
    return this.absences === this.values.length ? null : { values: this.values, absent: this.absent };
  }
}

/**
 * What scrapes of a target at `times` (epoch ms) read of some of its series, a column each; null where none read anything.
 * Scrape by scrape, as series of one cause share what they compute for one time.
 */
export function scrapeColumns(
  target: FleetTarget,
  series: readonly ScrapedSeries[],
  times: Float64Array,
): (Column | null)[] {
  const columns = series.map((source) => new ColumnBuilder(source, times.length));
  for (const [i, time] of times.entries()) {
    const isUp = target.isUpAt(time);
    for (const column of columns) column.read(i, time, isUp);
  }
  return columns.map((column) => column.finish());
}

/**
 * The samples of a column; null: there are none. With `markers` the first scrape after a sample that lacks the series
 * gives a staleness marker. One that would follow nothing hides nothing, and is left out.
 */
export function toStored(
  labels: Labels,
  times: Float64Array,
  { values, absent }: Column,
  markers: boolean,
): StoredSeries | null {
  if (!absent) return times.length === 0 ? null : { labels, times, values, stale: null };
  const kept = new Float64Array(times.length);
  const read = new Float64Array(times.length);
  const stale = new Uint8Array(times.length);
  let length = 0;
  let marked = false;
  for (let i = 0; i < times.length; i++) {
    const isAbsent = absent[i] === 1;
    if (isAbsent && !(markers && length > 0 && stale[length - 1] === 0)) continue;
    kept[length] = times[i] ?? 0;
    read[length] = isAbsent ? Number.NaN : (values[i] ?? 0);
    stale[length] = Number(isAbsent);
    marked ||= isAbsent;
    length++;
  }
  if (length === 0) return null;
  return {
    labels,
    times: kept.slice(0, length),
    values: read.slice(0, length),
    stale: marked ? stale.slice(0, length) : null,
  };
}
