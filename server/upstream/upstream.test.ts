import { afterEach, expect, it } from 'vitest';
import { startUpstream, type TestUpstream } from '../testing.ts';
import { createUpstream, type Upstream } from './upstream.ts';

let server: TestUpstream;
let upstream: Upstream;
afterEach(async () => {
  upstream.close();
  await server.close();
});

/** A server that closes each connection when it is used for the second time. */
async function open(): Promise<void> {
  const used = new WeakSet<object>();
  server = await startUpstream(({ socket }, response) => {
    if (used.has(socket)) socket.destroy();
    else response.end('fine');
    used.add(socket);
  });
  upstream = createUpstream({ url: new URL(`http://${server.host}`), headers: {}, ca: null });
}

async function send(isRead: boolean): Promise<string> {
  const { signal } = new AbortController();
  const answer = await upstream.send({
    method: 'POST',
    path: 'a',
    headers: {},
    body: Buffer.from('b'),
    isRead,
    signal,
  });
  let text = '';
  for await (const chunk of answer) text += String(chunk);
  return text;
}

it('reads again on a new connection where the server closed a kept one', async () => {
  await open();
  expect([await send(true), await send(true), await send(true)]).toEqual(['fine', 'fine', 'fine']);
  expect(server.received.length).toBeGreaterThan(3);
});

it('changes nothing twice', async () => {
  await open();
  await send(true);
  await expect(send(false)).rejects.toMatchObject({ code: 'ECONNRESET' });
  expect(server.received).toHaveLength(2);
});
