import type { RequestListener } from 'node:http';
import { expect, test } from 'vitest';
import { am, bare, here, json, reload, SECRET, SILENCE_ID, silence, writeHost } from '../testing.ts';

const setUp = writeHost();

const make = { method: 'POST', url: `${am}/silences`, headers: here, payload: silence } as const;
const expire = { method: 'DELETE', url: `${am}/silence/${SILENCE_ID}`, headers: here } as const;
const again = { method: 'POST', url: reload, headers: here } as const;
test.each([
  ['a text', make, json(`"bad regexp near ${SECRET}"`, 400), 400, 'bad_data', 'bad regexp near ***'],
  ['a code', make, json('{"code":612,"message":"no matchers"}', 422), 422, 'bad_data', 'no matchers'],
  ['an unknown silence', expire, json('"silence not found"', 500), 500, 'upstream_error', 'silence not found'],
  [
    'a broken file',
    again,
    bare(500, 'failed to reload config\n', 'text/plain; charset=utf-8'),
    500,
    'upstream_error',
    'failed to reload config',
  ],
  [
    'no lifecycle',
    again,
    bare(403, 'Lifecycle API is not enabled.', 'text/plain; charset=utf-8'),
    403,
    'not_allowed',
    'Lifecycle API is not enabled.',
  ],
] as const)('%s', async (_name, request, answer, status, errorType, error) => {
  const { app, audit } = await setUp(answer);
  const reply = await app.inject(request);
  expect(reply.json()).toEqual({ status: 'error', errorType, error });
  expect(reply.statusCode).toBe(status);
  expect(audit()).toMatchObject([{ status }]);
});

test.each([
  [
    'a login page',
    make,
    bare(200, '<html>', 'text/html'),
    'upstream_not_prometheus',
    /like an Alertmanager: .*ALERTMANAGER_URL/,
  ],
  ['a login page at a reload', again, bare(200, '<html>', 'text/html'), 'upstream_not_prometheus', /like a Prometheus/],
  ['nothing of this name', again, bare(404, '404 page not found', 'text/plain'), 'upstream_not_prometheus', /HTTP 404/],
  ['no entry', expire, json('"no"', 401), 'upstream_unauthorized', /refuses the credentials/],
  ['no connection', make, (request) => request.socket.destroy(), 'upstream_unreachable', /broke the connection off/],
] as const satisfies readonly (readonly [string, object, RequestListener, string, RegExp])[])(
  '%s',
  async (_name, request, answer, errorType, error) => {
    const { app, audit, log } = await setUp(answer);
    const reply = await app.inject(request);
    expect(reply.json()).toMatchObject({ errorType, error: expect.stringMatching(error) });
    expect(reply.statusCode).toBe(502);
    expect(audit()).toMatchObject([{ status: 502 }]);
    expect(log.join('') + reply.body).not.toContain(SECRET);
  },
);
