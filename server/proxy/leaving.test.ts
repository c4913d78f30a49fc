import { once } from 'node:events';
import type { RequestListener } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { startGateway, startUpstream } from '../testing.ts';

const notYet: RequestListener = () => {};
const inPart: RequestListener = (_request, response) => {
  response.writeHead(200, { 'content-type': 'application/json' }).write('{"status":"success",');
};

test.each<[string, string, RequestListener]>([
  ['before it is answered', 'up', notYet],
  ['while it is answered', 'up', inPart],
  ['before it is told the time', 'time()', notYet],
])('when the viewer leaves %s, the data source is let off, and nothing is wrong', async (_name, query, answer) => {
  const upstream = await startUpstream(answer);
  onTestFinished(() => upstream.close());
  const { app, log } = await startGateway({ PROMETHEUS_URL: `http://${upstream.host}`, LOG_LEVEL: 'warn' });
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  const viewer = new AbortController();
  const asked = once(upstream.server, 'request');
  const url = `${address}/api/ds/prometheus/api/v1/query?query=${query}`;
  const text = fetch(url, { signal: viewer.signal }).then((reply) => reply.text());
  const [request] = await asked;
  const letOff = once(request.socket, 'close');
  const hasBegun = async () => /^mirante_flight_bytes [1-9]/m.test((await app.inject('/metrics')).body);
  if (answer === inPart) await expect.poll(hasBegun).toBe(true);
  viewer.abort();
  await expect(text).rejects.toThrow('aborted');
  await letOff;
  // All that is said of a request has been said when the gateway has stopped.
  app.server.closeAllConnections();
  await app.close();
  expect(log).toEqual([]);
});
