import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { programPath } from '../ensure.ts';
import { freePort, startProcess } from '../process.ts';
import { type HistoryRange, type HistorySource, historyText } from './history.ts';
import type { RunningTarget } from './running.ts';

export interface VictoriaMetrics extends RunningTarget {
  readonly url: string;
  /** Writes a past, as if it had been scraped; resolves when it can be read. */
  write(sources: readonly HistorySource[], range: HistoryRange): Promise<void>;
}

/**
 * Starts a VictoriaMetrics of one node, as it comes but for its addresses.
 * @param scrapeConfigs what it scrapes: the list under `scrape_configs`; it may hold `%{ADDRESS}` for its own address
 */
export async function startVictoriaMetrics(
  folder: string,
  scrapeConfigs: readonly object[] = [],
): Promise<VictoriaMetrics> {
  mkdirSync(folder, { recursive: true });
  const address = `127.0.0.1:${await freePort()}`;
  const url = `http://${address}`;
  const configFile = join(folder, 'scrape.yml');
  const config = JSON.stringify({ global: { scrape_interval: '5s' }, scrape_configs: scrapeConfigs });
  writeFileSync(configFile, config.replaceAll('%{ADDRESS}', address));
  const { stop } = await startProcess({
    name: 'VictoriaMetrics',
    command: programPath('victoria-metrics'),
    args: [
      `-httpListenAddr=${address}`,
      `-storageDataPath=${join(folder, 'data')}`,
      `-promscrape.config=${configFile}`,
      // Months; what is older is not taken.
      '-retentionPeriod=1',
    ],
    logFile: join(folder, 'victoria-metrics.log'),
    readyUrl: `${url}/health`,
  });
  const send = async (path: string, body?: string) => {
    const reply = await fetch(`${url}/${path}`, { method: 'POST', body: body ?? null });
    if (!reply.ok) throw new Error(`VictoriaMetrics refused ${path}: ${await reply.text()}`);
  };
  return {
    address,
    url,
    stop,
    async write(sources, range) {
      for (const text of historyText(sources, range)) await send('api/v1/import/prometheus', text);
      // What was just written is in memory only, out of reach of queries.
      await send('internal/force_flush');
      await send('internal/resetRollupResultCache');
    },
  };
}
