import { join, resolve } from 'node:path';
import { freePort, type RunningProcess, startProcess } from '../../scripts/process.ts';

const root = resolve(import.meta.dirname, '../..');

export interface Gateway {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts the built gateway with these settings, on a free port. */
export async function startGateway(name: string, settings: Readonly<Record<string, string>>): Promise<Gateway> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const running: RunningProcess = await startProcess({
    name: 'the gateway',
    command: process.execPath,
    args: [join(root, 'dist/server/main.js')],
    cwd: root,
    env: {
      PROMETHEUS_URL: '',
      GRAFANA_URL: '',
      MIRANTE_CONFIG: '',
      HOST: '127.0.0.1',
      PORT: String(port),
      ...settings,
    },
    logFile: join(root, '.lab/e2e', `${name}.log`),
    readyUrl: `${url}/readyz`,
  });
  return { url, stop: running.stop };
}
