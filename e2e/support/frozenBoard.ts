import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { programPath } from '../../scripts/ensure.ts';
import { freePort, startProcess } from '../../scripts/process.ts';
import { startGateway } from './gateway.ts';

/** One panel of every kind that shows data, and a text; all of what Prometheus tells of itself. */
const panels = [
  ['stat', 'Series', 3, 2, ['prometheus_tsdb_head_series']],
  ['gauge', 'Goroutines', 3, 2, ['go_goroutines']],
  ['pie', 'Requests', 6, 2, ['sum by (code) (prometheus_http_requests_total)']],
  [
    'timeseries',
    'Samples',
    6,
    3,
    ['prometheus_tsdb_head_samples_appended_total', 'process_resident_memory_bytes / 1e4'],
  ],
  ['state-timeline', 'Target', 6, 3, ['up']],
  ['bar', 'Handlers', 4, 3, ['topk(5, prometheus_http_requests_total)']],
  ['table', 'Calls', 4, 3, ['prometheus_http_requests_total']],
  ['heatmap', 'Scrapes', 4, 3, ['sum by (le) (prometheus_http_request_duration_seconds_bucket{handler="/metrics"})']],
  ['alerts', 'Alerts', 4, 2, []],
  ['targets', 'Targets', 4, 2, []],
  ['text', 'Note', 4, 2, []],
] as const;

/** The kinds on the board; the text alone has no data that could grow old. */
export const kinds = panels.map(([kind]) => kind);

const dashboard = `title: Every kind
section: infrastructure
range: now-5m
refresh: 5s
rows:
  - panels:
${panels
  .map(
    ([kind, title, span, height, exprs]) => `      - id: ${kind}
        kind: ${kind}
        title: ${title}
        span: ${span}
        height: ${height * 80}
        queries: [${exprs.map((expr) => `{ expr: '${expr}' }`).join(', ')}]
        options: ${kind === 'text' ? '{ text: Nothing here grows old. }' : '{}'}
`,
  )
  .join('')}`;

const configuration = (address: string) => `global: { scrape_interval: 1s, evaluation_interval: 1s }
rule_files: [rules.yml]
scrape_configs:
  - job_name: prometheus
    static_configs: [{ targets: ['${address}'] }]
`;

const rules = `groups:
  - name: always
    rules: [{ alert: AlwaysFiring, expr: up == 1, labels: { severity: warning } }]
`;

/** A Prometheus of its own that watches itself, a gateway before it with the board of every kind, and a way to freeze it. */
export async function startFrozenBoard() {
  const folder = mkdtempSync(join(tmpdir(), 'mirante-frozen-'));
  const pack = join(folder, 'packs', 'frozen');
  mkdirSync(pack, { recursive: true });
  writeFileSync(join(pack, 'pack.yaml'), 'id: frozen\ntitle: Frozen\ndetect: up\njobs: [prometheus]\n');
  writeFileSync(join(pack, 'kinds.yaml'), dashboard);
  const address = `127.0.0.1:${await freePort()}`;
  writeFileSync(join(folder, 'prometheus.yml'), configuration(address));
  writeFileSync(join(folder, 'rules.yml'), rules);
  const prometheus = await startProcess({
    name: 'Prometheus',
    command: programPath('prometheus'),
    args: [
      `--config.file=${join(folder, 'prometheus.yml')}`,
      `--storage.tsdb.path=${join(folder, 'data')}`,
      `--web.listen-address=${address}`,
    ],
    logFile: join(folder, 'prometheus.log'),
    readyUrl: `http://${address}/-/ready`,
  });
  // Minutes pass in the page and seconds here: what the gateway keeps for seconds would be as new there as it never is.
  const config = join(folder, 'mirante.yaml');
  writeFileSync(config, `keepMegabytes: 0\ndataSources: [{ id: prometheus, url: 'http://${address}' }]\n`);
  const gateway = await startGateway('frozen', {
    MIRANTE_CONFIG: config,
    MIRANTE_PACKS: join(folder, 'packs'),
  });
  return {
    url: `${gateway.url}/d/frozen/kinds`,
    wall: `${gateway.url}/kiosk/frozen`,
    freeze: () => process.kill(prometheus.pid, 'SIGSTOP'),
    resume: () => process.kill(prometheus.pid, 'SIGCONT'),
    stop: async () => {
      process.kill(prometheus.pid, 'SIGCONT');
      await gateway.stop();
      await prometheus.stop();
    },
  };
}
