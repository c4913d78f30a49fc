import { expect, test } from 'vitest';
import { bare, here, pg, writeHost } from '../testing.ts';

const setUp = writeHost();

test.each([
  ['job/a', 'job/a', '{job="a"}'],
  ['job@base64/YS9i', 'job@base64/YS9i', '{job="a/b"}'],
  ['job/a/path@base64/L3Zhci90bXA', 'job/a/path@base64/L3Zhci90bXA', '{job="a", path="/var/tmp"}'],
  ['job/a/empty@base64/=', 'job/a/empty@base64/=', '{job="a", empty=""}'],
  ['job%40base64/YQ%3D%3D', 'job@base64/YQ==', '{job="a"}'],
  ['job/%C3%A9%3F%23', 'job/%C3%A9%3F%23', '{job="é?#"}'],
])('%s is understood', async (path, asked, what) => {
  const { upstream, app, audit } = await setUp(bare(202));
  const reply = await app.inject({ method: 'DELETE', url: `${pg}/metrics/${path}`, headers: here });
  expect(reply.statusCode).toBe(202);
  expect(upstream.received).toMatchObject([{ method: 'DELETE', url: `/prefix/metrics/${asked}` }]);
  expect(audit()).toMatchObject([{ what: `delete the group ${what}`, server: 'pg/pushgateway', status: 202 }]);
});

test.each([
  ['an encoded slash', 'job/a%2Fb'],
  ['a way out', 'job/a/b/%2e%2e%2f%2e%2e'],
  ['a label without a value', 'job/a/b'],
  ['an empty value', 'job/a/b/'],
  ['no job first', 'instance/a'],
  ['an empty job', 'job@base64/='],
  ['a label twice', 'job/a/job@base64/Yg'],
  ['a reserved label', 'job/a/__name__/b'],
  ['an odd label', 'job/a/b-c/d'],
  ['the wrong base64', 'job@base64/a+b'],
  ['a slash in base64', 'job@base64/a%2Fb'],
])('%s is refused', async (_name, path) => {
  const { upstream, app } = await setUp(bare(202));
  const reply = await app.inject({ method: 'DELETE', url: `${pg}/metrics/${path}`, headers: here });
  expect([reply.statusCode, reply.json().errorType]).toEqual([400, 'bad_data']);
  expect(upstream.received).toEqual([]);
});
