import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { formatSeries, formatValue } from '../../mocks/fleet/exposition.ts';
import type { FleetSeries, FleetTarget } from '../../mocks/fleet/types.ts';
import { scrapedLabels } from '../../mocks/prometheus/store/series.ts';
import { metricName } from '../../mocks/promql/labels.ts';
import { programPath } from '../ensure.ts';

/** What one target would have had scraped. */
export interface HistorySource extends Pick<FleetTarget, 'job' | 'instance' | 'labels' | 'honorLabels' | 'isUpAt'> {
  readonly series: readonly FleetSeries[];
}

/** Epoch ms, both included. */
export interface HistoryRange {
  readonly from: number;
  readonly to: number;
  /** Milliseconds between two scrapes. */
  readonly step: number;
}

/**
 * Blocks may be as long as this. With the usual two hours promtool reads all samples anew for each block: six hours of
 * past would take almost twice the time.
 */
const longestBlock = '54h';

/** Lines collected before they are written: a few megabytes. */
const batch = 50_000;

/** The samples of one source, in OpenMetrics, series after series. While the target is down only `up` has any. */
function* sourceLines(source: HistorySource, { from, to, step }: HistoryRange) {
  const { series, isUpAt } = source;
  const times = Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, i) => from + i * step);
  const scrapes = times.map((time) => ({ time, stamp: ` ${time / 1000}\n`, isUp: isUpAt(time) }));
  const nameOf = (one: Pick<FleetSeries, 'name' | 'labels'>) => {
    const { [metricName]: _, ...labels } = scrapedLabels(one, source);
    return formatSeries(one.name, labels);
  };
  const up = nameOf({ name: 'up', labels: {} });
  for (const { stamp, isUp } of scrapes) yield `${up} ${isUp ? 1 : 0}${stamp}`;
  for (const one of series) {
    const text = `${nameOf(one)} `;
    for (const { time, stamp, isUp } of scrapes) {
      const value = isUp ? one.valueAt(time) : null;
      if (value !== null) yield text + formatValue(value) + stamp;
    }
  }
}

/** The samples of all sources in OpenMetrics, some megabytes at a time; without its closing line. */
export function* historyText(sources: readonly HistorySource[], range: HistoryRange): Generator<string> {
  let lines: string[] = [];
  for (const source of sources) {
    for (const line of sourceLines(source, range)) {
      lines.push(line);
      if (lines.length < batch) continue;
      yield lines.join('');
      lines = [];
    }
  }
  yield lines.join('');
}

function writeOpenMetrics(file: string, sources: readonly HistorySource[], range: HistoryRange): void {
  const descriptor = openSync(file, 'w');
  for (const text of historyText(sources, range)) writeSync(descriptor, text);
  writeSync(descriptor, '# EOF\n');
  closeSync(descriptor);
}

/** Has promtool make a block of a file of samples, and takes the file away. */
async function createBlock(file: string, storage: string): Promise<void> {
  const promtool = spawn(
    programPath('promtool'),
    ['tsdb', 'create-blocks-from', `--max-block-duration=${longestBlock}`, 'openmetrics', '--quiet', file, storage],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let complaint = '';
  promtool.stderr.on('data', (chunk) => {
    complaint += chunk;
  });
  const [code] = await once(promtool, 'close');
  rmSync(file, { force: true });
  if (code !== 0) throw new Error(`promtool could not write the history: ${complaint}`);
}

/** A range in so many parts, each of whole steps and begun one step after the other's end. */
function partsOf({ from, to, step }: HistoryRange, count: number): HistoryRange[] {
  const length = Math.ceil((to - from) / step / count) * step;
  const parts = Array.from({ length: count }, (_, i) => from + i * (length + step));
  return parts.filter((start) => start <= to).map((start) => ({ from: start, to: Math.min(to, start + length), step }));
}

/**
 * Writes blocks of the past into the storage of a Prometheus that does not run yet, as if it had scraped all along.
 * @param folder for the samples on their way
 * @param storage the Prometheus's `--storage.tsdb.path`
 */
export async function backfill(
  folder: string,
  storage: string,
  sources: readonly HistorySource[],
  range: HistoryRange,
): Promise<void> {
  const blocks: Promise<void>[] = [];
  // While promtool works on a part, the next is written.
  for (const [i, part] of partsOf(range, 3).entries()) {
    const file = join(folder, `history-${i}.om`);
    writeOpenMetrics(file, sources, part);
    blocks.push(createBlock(file, storage));
  }
  await Promise.all(blocks);
}
