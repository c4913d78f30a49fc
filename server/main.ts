import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { buildApp } from './app.ts';
import { projectRoot, readVersion } from './projectRoot.ts';
import { SettingError } from './settings/settingError.ts';
import { readSettings, type Settings } from './settings/settings.ts';

/** Milliseconds that requests in flight get to finish after a signal to stop. */
const GRACE = 4000;

function loadSettings(root: string): Settings {
  try {
    return readSettings(process.env, root);
  } catch (error) {
    if (!(error instanceof SettingError)) throw error;
    console.error(`Mirante does not start. ${error.message}`);
    process.exit(1);
  }
}

function stopOnSignals(app: FastifyInstance): void {
  let stopping = false;
  const stop = async () => {
    // Ctrl-C in a terminal arrives twice: from it, and from the npm script that passes signals on.
    if (stopping) return;
    stopping = true;
    // A connection that has had its answer is kept open by the browser, and would hold us up.
    setInterval(() => app.server.closeIdleConnections(), 50).unref();
    setTimeout(() => app.server.closeAllConnections(), GRACE).unref();
    await app.close();
    process.exit(0);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

async function listen(app: FastifyInstance, { host, port }: Settings): Promise<void> {
  try {
    console.log(`Mirante is at ${await app.listen({ host, port })}`);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : error;
    console.error(`Mirante does not start. HOST and PORT: cannot listen there (${code}).`);
    process.exit(1);
  }
}

const root = projectRoot();
const settings = loadSettings(root);
const app = await buildApp({ settings, appFolder: join(root, 'dist', 'app'), version: readVersion(root) });
stopOnSignals(app);
await listen(app, settings);
if (settings.isSimulated) {
  const how = 'PROMETHEUS_URL=http://127.0.0.1:9090 npm start';
  console.log(`Simulated data: no data source is set. To connect your Prometheus: ${how}`);
} else if (settings.dataSources.length === 0) {
  console.log('MIRANTE_CONFIG lists no data source.');
}
