import { createServer, type IncomingMessage, type RequestListener, request } from 'node:http';
import { afterEach, expect, it } from 'vitest';
import { listen } from './listen.ts';
import { type Names, startNames } from './names.ts';
import type { Running } from './running.ts';

const running: Running[] = [];
afterEach(async () => {
  for (const one of running.splice(0).reverse()) await one.stop();
});

/** A host that the lab calls `backend:8000`, and the proxy that knows it. */
async function namesOf(respond: RequestListener): Promise<Names> {
  const host = await listen(createServer(respond));
  const names = await startNames();
  running.push(host, names);
  names.set('backend:8000', host.address);
  return names;
}

const proxyTo = async (respond: RequestListener) => (await namesOf(respond)).url;

/** Asks through a proxy, as Prometheus does. */
function ask(proxy: string, url: string, body = ''): Promise<{ status: number | undefined; text: string }> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(proxy);
    const options = { hostname, port, path: url, method: body ? 'POST' : 'GET', headers: { host: new URL(url).host } };
    const call = request(options, async (answer: IncomingMessage) => {
      let text = '';
      for await (const chunk of answer) text += chunk;
      resolve({ status: answer.statusCode, text });
    });
    call.once('error', reject).end(body);
  });
}

it('leads a name to its address, with path, query and body', async () => {
  const proxy = await proxyTo(async (incoming, response) => {
    let body = '';
    for await (const chunk of incoming) body += chunk;
    response.writeHead(418).end(`${incoming.method} ${incoming.url} for ${incoming.headers.host}: ${body}`);
  });
  const answer = await ask(proxy, 'http://backend:8000/metrics?format=prometheus', 'body');
  expect(answer).toEqual({ status: 418, text: 'POST /metrics?format=prometheus for backend:8000: body' });
});

it('hangs up where the host does', async () => {
  const proxy = await proxyTo(({ socket }) => socket.destroy());
  await expect(ask(proxy, 'http://backend:8000/metrics')).rejects.toThrow('socket hang up');
});

it('hangs up for a host that is set down, until it is set up again', async () => {
  const names = await namesOf((_, response) => response.end('here'));
  names.setDown('backend:8000', true);
  await expect(ask(names.url, 'http://backend:8000/metrics')).rejects.toThrow('socket hang up');
  names.setDown('backend:8000', false);
  expect(await ask(names.url, 'http://backend:8000/metrics')).toMatchObject({ text: 'here' });
});

it('says that it does not know a name', async () => {
  const proxy = await proxyTo(() => {});
  expect(await ask(proxy, 'http://frontend:8000/metrics')).toMatchObject({ status: 502 });
});

it('lets someone else answer for a part of a host', async () => {
  const names = await startNames();
  running.push(names);
  for (const [name, said] of [
    ['core:8000', 'the host'],
    ['core:8000/webhooks', 'its webhooks'],
  ] as const) {
    const host = await listen(createServer((_, response) => response.end(said)));
    running.push(host);
    names.set(name, host.address);
  }
  const texts = ['metrics', 'webhooks', 'webhooks/alerts', 'webhooks-old'].map(async (path) => {
    return (await ask(names.url, `http://core:8000/${path}`)).text;
  });
  expect(await Promise.all(texts)).toEqual(['the host', 'its webhooks', 'its webhooks', 'the host']);
});
