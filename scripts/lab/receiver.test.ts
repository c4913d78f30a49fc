import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Notification, type Receiver, startReceiver } from './receiver.ts';

let receiver: Receiver;
let seen: Notification[];
beforeEach(async () => {
  seen = [];
  receiver = await startReceiver({ keep: 2, onNotification: (one) => seen.push(one) });
});
afterEach(() => receiver.stop());

function alert(alertname: string) {
  const labels = { alertname, system: 'gt-vision' };
  const times = { startsAt: '2026-01-15T12:00:00Z', endsAt: '0001-01-01T00:00:00Z' };
  return { status: 'firing', labels, annotations: { summary: `${alertname} it is` }, ...times };
}

/** Posts what an Alertmanager posts when alerts of these names fire. */
async function post(...names: string[]): Promise<number> {
  const body = { version: '4', receiver: 'critical', status: 'firing', groupLabels: {}, alerts: names.map(alert) };
  const answer = await fetch(new URL('webhooks/alerts/critical', receiver.url), {
    method: 'POST',
    body: JSON.stringify(body),
  });
  return answer.status;
}

const textAt = async (path: string) => (await fetch(new URL(path, receiver.url))).text();

describe('the receiver', () => {
  it('says so when nothing has arrived', async () => {
    expect(await textAt('/')).toBe('No notification has arrived yet.\n');
  });

  it('keeps the newest, the newest first', async () => {
    for (const name of ['First', 'Second', 'Third']) expect(await post(name)).toBe(204);
    const kept: unknown = JSON.parse(await textAt('/notifications'));
    expect(kept).toMatchObject([
      { path: '/webhooks/alerts/critical', receiver: 'critical', alerts: [{ labels: { alertname: 'Third' } }] },
      { alerts: [{ labels: { alertname: 'Second' } }] },
    ]);
    expect(seen).toHaveLength(3);
  });

  it('writes a line for each', async () => {
    await post('ServiceDown', 'Other');
    expect(await textAt('/')).toMatch(
      /^\d\d:\d\d:\d\d critical firing {3}ServiceDown of gt-vision: ServiceDown it is \(and 1 more\)\n$/,
    );
  });

  it.each(['nonsense', '{}'])('refuses %s', async (body) => {
    expect((await fetch(receiver.url, { method: 'POST', body })).status).toBe(400);
    expect(seen).toEqual([]);
  });

  it('has nothing else', async () => {
    expect((await fetch(new URL('other', receiver.url))).status).toBe(404);
  });
});
