import { expect, test } from 'vitest';
import { am, here, json, SILENCE_ID, silence, writeHost } from '../testing.ts';

const setUp = writeHost();

test('has who, what, where and how it ended', async () => {
  const { app, audit } = await setUp(json('{"silenceID":"x"}'), 'operator');
  await app.inject({ method: 'POST', url: `${am}/silences`, headers: here, payload: { id: SILENCE_ID, ...silence } });
  const { startsAt, endsAt, createdBy, comment } = silence;
  expect(audit()).toMatchObject([
    {
      time: expect.any(Number),
      role: 'operator',
      remote: '127.0.0.1',
      method: 'POST',
      what: 'make or change a silence',
      server: 'am/alertmanager',
      body: { id: SILENCE_ID, matchers: ['alertname="A \\"b\\""', 'job!~"x|y"'], startsAt, endsAt, createdBy, comment },
      status: 200,
    },
  ]);
});

test('stays short, on one line', async () => {
  const { app, log } = await setUp(json('{"silenceID":"x"}'), 'operator');
  const comment = `a\nb${'x'.repeat(10_000)}`;
  await app.inject({ method: 'POST', url: `${am}/silences`, headers: here, payload: { ...silence, comment } });
  expect(log).toHaveLength(1);
  expect(log[0]?.length).toBeLessThan(1500);
  expect(log[0]?.trimEnd()).not.toContain('\n');
});

test('has the write of a viewer who has left', async () => {
  let answer = () => {};
  const { app, audit, upstream } = await setUp((_request, response) => {
    answer = () => response.writeHead(200, { 'content-type': 'application/json' }).end('{"silenceID":"x"}');
  });
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  const viewer = new AbortController();
  const headers = { origin: address, 'content-type': 'application/json' };
  const init = { method: 'POST', headers, body: JSON.stringify(silence), signal: viewer.signal };
  const reply = fetch(`${address}${am}/silences`, init);
  await expect.poll(() => upstream.received.length).toBe(1);
  viewer.abort();
  await expect(reply).rejects.toThrow('aborted');
  answer();
  await expect.poll(audit).toMatchObject([{ status: 200 }]);
});
