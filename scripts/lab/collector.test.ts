import { createServer } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import type { CollectorGroup, PushOutcome } from '../../mocks/fleet/collector-api/groups.ts';
import { constant } from '../../mocks/fleet/signal.ts';
import { startPusher } from './collector.ts';
import { readCollectorSettings } from './collector-settings.ts';
import { listen } from './listen.ts';
import type { Running } from './running.ts';

const running: Running[] = [];
afterEach(async () => {
  for (const one of running.splice(0).reverse()) await one.stop();
});

describe('the settings', () => {
  it('are by default those of the document: disabled', () => {
    expect(readCollectorSettings({})).toEqual({
      url: 'http://127.0.0.1:9091',
      isEnabled: false,
      interval: 60_000,
      jobName: 'collector_api',
    });
  });

  it('are those of the environment', () => {
    const settings = readCollectorSettings({
      PROMETHEUS_PUSHGATEWAY_URL: 'https://prometheus.example.com/pushgateway/',
      PROMETHEUS_PUSHGATEWAY_ENABLED: 'true',
      PROMETHEUS_PUSHGATEWAY_INTERVAL: '15',
      PROMETHEUS_JOB_NAME: 'other',
    });
    const url = 'https://prometheus.example.com/pushgateway';
    expect(settings).toEqual({ url, isEnabled: true, interval: 15_000, jobName: 'other' });
  });

  it.each([
    ['PROMETHEUS_PUSHGATEWAY_URL', 'pushgateway:9091'],
    ['PROMETHEUS_PUSHGATEWAY_ENABLED', 'yes'],
    ['PROMETHEUS_PUSHGATEWAY_INTERVAL', '0'],
    ['PROMETHEUS_PUSHGATEWAY_INTERVAL', '1m'],
  ])('%s=%s is refused by its name', (name, value) => {
    expect(() => readCollectorSettings({ [name]: value })).toThrow(name);
  });
});

/** A group that is due every second, and whose gauge reads the second at which it is pushed. */
function groupWith(outcome: PushOutcome): CollectorGroup {
  const series = { name: 'pushed_at', labels: { db_type: 'mysql' }, valueAt: (time: number) => time / 1000 };
  const dueAt = (time: number) => Math.floor(time / 1000) * 1000;
  return {
    job: 'collector_api',
    instance: '0.0.0.0:5000',
    interval: 1000,
    families: [{ name: 'pushed_at', help: '', type: 'gauge', series: [series] }],
    dueAt,
    outcomeAt: () => outcome,
    lastPush: dueAt,
    lastRefusal: () => null,
    answered: { accepted: constant(1), refused: constant(0) },
  };
}

/** What a Pushgateway is asked when a group of this outcome is pushed to it. */
async function pushesOf(outcome: PushOutcome, isEnabled = true): Promise<string[]> {
  const pushes: string[] = [];
  const gateway = await listen(
    createServer(async (request, response) => {
      let body = '';
      for await (const chunk of request) body += chunk;
      pushes.push(`${request.method} ${request.url} ${body}`);
      response.end();
    }),
  );
  running.push(gateway);
  const pusher = await startPusher({ url: `http://${gateway.address}/at`, isEnabled }, [groupWith(outcome)]);
  if (pusher) running.push(pusher);
  return pushes;
}

describe('the pusher', () => {
  const address = 'POST /at/metrics/job/collector_api/instance/0.0.0.0%3A5000';

  it('pushes at once, and then whenever it is due', async () => {
    const pushes = await pushesOf('accepted');
    expect(pushes).toEqual([expect.stringMatching(/ # TYPE pushed_at gauge\npushed_at\{db_type="mysql"\} \d+\n$/)]);
    await expect.poll(() => pushes.length).toBeGreaterThan(2);
    expect(pushes.filter((push) => !push.startsWith(address))).toEqual([]);
    expect(new Set(pushes).size).toBe(pushes.length);
  });

  it('pushes what is refused, where that is to be', async () => {
    const pushes = await pushesOf('refused');
    await expect.poll(() => pushes.at(-1)).toBe(`${address} collector_api_up 1 1000\n`);
  });

  it('pushes nothing when it is not enabled', async () => {
    expect(await pushesOf('accepted', false)).toEqual([]);
    expect(running).toHaveLength(1);
  });
});
