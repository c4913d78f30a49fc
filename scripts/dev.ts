import { createServer } from 'vite';
import { root, runNode } from './command.ts';
import { freePort } from './process.ts';

/** Vite's development server with the gateway behind it, both of which restart or reload on a change. */
export async function dev(): Promise<number> {
  const { HOST: host = '127.0.0.1', PORT: port = '8080' } = process.env;
  const gatewayPort = await freePort();
  const server = await createServer({
    root,
    server: { host, port: Number(port), proxy: { '/api': `http://127.0.0.1:${gatewayPort}` } },
  });
  await server.listen();
  server.printUrls();
  const settings = { HOST: '127.0.0.1', PORT: String(gatewayPort) };
  const code = await runNode(['--watch', '--import', 'tsx', 'server/main.ts'], settings);
  await server.close();
  return code;
}
