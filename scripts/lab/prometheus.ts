import { join } from 'node:path';
import { programPath } from '../ensure.ts';
import { freePort, startProcess } from '../process.ts';

export interface PrometheusOptions {
  /** For its log. */
  readonly folder: string;
  readonly storage: string;
  readonly configFile: string;
  /** A free one when not given. */
  readonly port?: number;
  /** Prometheus's web configuration: TLS and passwords. */
  readonly webConfigFile?: string;
}

/** A Prometheus that can be ended and started again at the same address, over the same storage. */
export interface PrometheusServer {
  readonly url: string;
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts a real Prometheus on the loopback interface; resolves when it answers, or asks for a password. */
export async function startPrometheus(options: PrometheusOptions): Promise<PrometheusServer> {
  const address = `127.0.0.1:${options.port ?? (await freePort())}`;
  const url = `http://${address}`;
  const launch = () =>
    startProcess({
      name: 'Prometheus',
      command: programPath('prometheus'),
      args: [
        `--config.file=${options.configFile}`,
        `--storage.tsdb.path=${options.storage}`,
        `--web.listen-address=${address}`,
        // As the systems' documents have it.
        '--storage.tsdb.retention.time=15d',
        '--storage.tsdb.retention.size=10GB',
        '--web.enable-lifecycle',
        '--enable-feature=exemplar-storage',
        ...(options.webConfigFile ? [`--web.config.file=${options.webConfigFile}`] : []),
      ],
      logFile: join(options.folder, 'prometheus.log'),
      ready: async () => {
        const { ok, status } = await fetch(`${url}/-/ready`, { signal: AbortSignal.timeout(2000) });
        return ok || status === 401;
      },
      timeout: 60_000,
    });
  let running = await launch();
  return {
    url,
    async start() {
      await running.stop();
      running = await launch();
    },
    stop: () => running.stop(),
  };
}
