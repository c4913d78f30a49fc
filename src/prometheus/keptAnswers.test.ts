import { expect, it } from 'vitest';
import { createPrometheusClient } from './client.ts';

const reply = { status: 'success', data: { resultType: 'vector', result: [] } };

/** A server whose answers have these headers, and how it was asked. */
function setUp(headers: Record<string, string> = {}) {
  const caches: (string | undefined)[] = [];
  const client = createPrometheusClient({
    baseUrl: 'http://gateway.test',
    async fetch(_, init) {
      caches.push(init?.cache);
      return Response.json(reply, { headers });
    },
  });
  return { client, caches };
}

it.each([
  [{}, undefined],
  [{ age: '0' }, 1_000],
  [{ age: '7' }, 8_000],
  [{ age: 'old' }, undefined],
])('says how old an answer may be that was given before: %o', async (headers, expected) => {
  expect((await setUp(headers).client.query({ expr: 'up' })).age).toBe(expected);
});

it('passes by what caches have kept, when it is told to, and sets no header for it: other origins refuse those', async () => {
  const { client, caches } = setUp();
  await client.query({ expr: 'up' });
  await client.query({ expr: 'up', fresh: true });
  expect(caches).toEqual(['default', 'reload']);
});
