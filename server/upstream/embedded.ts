import { Readable } from 'node:stream';
import type { WorkerHost } from '../../mocks/hosts/workerHost.ts';
import { readRuleFiles } from '../packs/ruleFiles.ts';
import { type DataSource, DEFAULT_TIMEOUT, SIDE_TIMEOUT, type SideServer } from '../settings/dataSource.ts';
import type { Upstream } from './upstream.ts';

/** The embedded Prometheus, as the data source that it stands in for. */
export const simulatedSource: DataSource = {
  id: 'demo',
  name: 'Simulated data',
  kind: 'prometheus',
  timeout: DEFAULT_TIMEOUT,
  ingestionDelay: 0,
  headers: {},
  secrets: [],
  setting: 'PROMETHEUS_URL',
};

/** The embedded Alertmanager, which holds the alerts of the embedded Prometheus. */
export const simulatedAlertmanager: SideServer = {
  id: 'demo',
  name: 'Simulated Alertmanager',
  dataSource: simulatedSource.id,
  timeout: SIDE_TIMEOUT,
  headers: {},
  secrets: [],
  setting: 'ALERTMANAGER_URL',
};

/**
 * The way to the embedded Prometheus and its Alertmanager, which run in one thread of their own: health and files are answered
 * meanwhile.
 */
export function createEmbedded(packFolders: readonly string[]): Upstream {
  let opening: Promise<WorkerHost> | null = null;
  const open = async () => {
    const { startNodeHost } = await import('../../mocks/hosts/node.ts');
    return startNodeHost(await readRuleFiles(packFolders));
  };
  return {
    async send({ method, path, body, signal }) {
      opening ??= open();
      const host = await opening;
      const question = { method, url: `http://embedded/${path}`, body: body?.toString('utf8') ?? null };
      const answer = await host.ask(question, signal);
      const whole = Buffer.from(answer.body);
      const headers = { ...answer.headers, 'content-length': String(whole.length) };
      return Object.assign(Readable.from([whole]), { statusCode: answer.status, headers });
    },
    close: () => void opening?.then((host) => host.close()),
  };
}
