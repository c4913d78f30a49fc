import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { formatSeries, formatValue } from '../../mocks/fleet/exposition.ts';
import type { FleetSeries } from '../../mocks/fleet/types.ts';
import { programPath } from '../ensure.ts';

/** What one target would have had scraped. */
export interface HistorySource {
  readonly job: string;
  readonly instance: string;
  readonly series: readonly FleetSeries[];
  isUpAt(time: number): boolean;
}

export interface HistoryRange {
  /** Epoch ms, both included. */
  readonly from: number;
  readonly to: number;
  /** Milliseconds between two scrapes. */
  readonly step: number;
}

/** Lines collected before they are written: a few megabytes. */
const batch = 50_000;

/** The samples of one source, in OpenMetrics, series after series. While the target is down only `up` has any. */
function* sourceLines({ job, instance, series, isUpAt }: HistorySource, { from, to, step }: HistoryRange) {
  const where = { instance, job };
  const times = Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, i) => from + i * step);
  const scrapes = times.map((time) => ({ time, stamp: ` ${time / 1000}\n`, isUp: isUpAt(time) }));
  const up = formatSeries('up', where);
  for (const { stamp, isUp } of scrapes) yield `${up} ${isUp ? 1 : 0}${stamp}`;
  for (const { name, labels, valueAt } of series) {
    const text = `${formatSeries(name, { ...labels, ...where })} `;
    for (const { time, stamp, isUp } of scrapes) {
      const value = isUp ? valueAt(time) : null;
      if (value !== null) yield text + formatValue(value) + stamp;
    }
  }
}

function writeOpenMetrics(file: string, sources: readonly HistorySource[], range: HistoryRange): void {
  const descriptor = openSync(file, 'w');
  let lines: string[] = [];
  const flush = () => {
    writeSync(descriptor, lines.join(''));
    lines = [];
  };
  for (const source of sources) {
    for (const line of sourceLines(source, range)) {
      lines.push(line);
      if (lines.length === batch) flush();
    }
  }
  lines.push('# EOF\n');
  flush();
  closeSync(descriptor);
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
  const file = join(folder, 'history.om');
  writeOpenMetrics(file, sources, range);
  const promtool = spawn(
    programPath('promtool'),
    ['tsdb', 'create-blocks-from', 'openmetrics', '--quiet', file, storage],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  let complaint = '';
  promtool.stderr.on('data', (chunk) => {
    complaint += chunk;
  });
  const [code] = await once(promtool, 'close');
  rmSync(file);
  if (code !== 0) throw new Error(`promtool could not write the history: ${complaint}`);
}
