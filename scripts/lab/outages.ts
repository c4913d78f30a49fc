import { createServer } from 'node:http';
import { listen } from './listen.ts';
import type { Names } from './names.ts';
import type { Running } from './running.ts';

export interface Outages extends Running {
  /** `GET /` lists the hosts; `POST /<host>` takes one down, `DELETE /<host>` brings it back. */
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts a server by which hosts are taken down and brought back, real ones too, so that alerts come and go at will. */
export async function startOutages(hosts: readonly string[], names: Pick<Names, 'setDown'>): Promise<Outages> {
  const down = new Set<string>();
  const width = Math.max(...hosts.map(({ length }) => length));
  const server = createServer((request, response) => {
    const host = (request.url ?? '').slice(1);
    const isKnown = hosts.includes(host);
    response.setHeader('content-type', 'text/plain; charset=utf-8');
    if (request.method === 'GET' && host === '') {
      response.end(hosts.map((one) => `${one.padEnd(width)}  ${down.has(one) ? 'down' : 'answers'}\n`).join(''));
    } else if (isKnown && (request.method === 'POST' || request.method === 'DELETE')) {
      const isDown = request.method === 'POST';
      if (isDown) down.add(host);
      else down.delete(host);
      names.setDown(host, isDown);
      response.end(`${host} ${isDown ? 'is down' : 'answers again'}\n`);
    } else {
      response.writeHead(404).end('the lab has no such host\n');
    }
  });
  const { address, stop } = await listen(server);
  return { url: `http://${address}/`, stop };
}
