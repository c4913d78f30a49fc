import { setTimeout as delay } from 'node:timers/promises';
import { createServer } from 'vite';
import { root, runNode } from './command.ts';
import { freePort } from './process.ts';
import { writeServiceWorker } from './service-worker.ts';

async function untilAlive(url: string): Promise<void> {
  const isAlive = () =>
    fetch(`${url}/healthz`).then(
      (reply) => reply.ok,
      () => false,
    );
  while (!(await isAlive())) await delay(200);
}

/**
 * Vite's development server with the gateway behind it; a change of the source reloads the one or restarts the other.
 * With no data source set, the page answers itself: the gateway gives configuration and packs only.
 */
export async function dev(): Promise<number> {
  const { HOST: host = '127.0.0.1', PORT: port = '8080', PROMETHEUS_URL, MIRANTE_CONFIG } = process.env;
  const isSimulated = !PROMETHEUS_URL && !MIRANTE_CONFIG;
  if (isSimulated) writeServiceWorker();
  const gatewayPort = String(await freePort());
  const gatewayUrl = `http://127.0.0.1:${gatewayPort}`;
  const gatewayArgs = ['--watch', '--import', 'tsx', 'server/main.ts'];
  const gateway = runNode(gatewayArgs, { HOST: '127.0.0.1', PORT: gatewayPort });
  await Promise.race([gateway, untilAlive(gatewayUrl)]);

  const server = await createServer({
    root,
    mode: isSimulated ? 'demo' : 'development',
    server: { host, port: Number(port), proxy: { '/api': gatewayUrl } },
  });
  await server.listen();
  server.printUrls();
  const code = await gateway;
  await server.close();
  return code;
}
