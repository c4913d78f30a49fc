import { afterEach, describe, expect, it, vi } from 'vitest';
import { createFamilies, shortestLe } from '../../mocks/fleet/families.ts';
import { constant } from '../../mocks/fleet/signal.ts';
import type { MetricFamily } from '../../mocks/fleet/types.ts';
import { freePort } from '../process.ts';
import { startBaileys, startBaileysExporter } from './baileys.ts';
import { type BaileysSettings, readBaileysSettings } from './baileys-settings.ts';
import type { Running } from './running.ts';
import { readSamples } from './samples.ts';

const running: Running[] = [];
afterEach(async () => {
  for (const one of running.splice(0)) await one.stop();
});

describe('the settings', () => {
  it('are by default those of the document: disabled', () => {
    expect(readBaileysSettings({})).toEqual({
      isEnabled: false,
      port: 9090,
      path: '/metrics',
      prefix: 'baileys_',
      labels: {},
      collectDefault: true,
    });
  });

  it('are those of the environment', () => {
    const settings = readBaileysSettings({
      BAILEYS_PROMETHEUS_ENABLED: 'true',
      BAILEYS_PROMETHEUS_PORT: '9091',
      BAILEYS_PROMETHEUS_PATH: '/own',
      BAILEYS_PROMETHEUS_PREFIX: 'zpro_baileys_',
      BAILEYS_PROMETHEUS_LABELS: '{"environment":"production","version":2}',
      BAILEYS_PROMETHEUS_COLLECT_DEFAULT: 'false',
    });
    expect(settings).toEqual({
      isEnabled: true,
      port: 9091,
      path: '/own',
      prefix: 'zpro_baileys_',
      labels: { environment: 'production', version: '2' },
      collectDefault: false,
    });
  });

  it.each([
    ['ENABLED', 'yes'],
    ['PORT', '90x'],
    ['PORT', '70000'],
    ['PATH', 'metrics'],
    ['PREFIX', '1_'],
    ['LABELS', '{oops'],
    ['LABELS', '["a"]'],
    ['LABELS', '{"a-b":"c"}'],
    ['COLLECT_DEFAULT', '1'],
  ])('%s=%s is refused by its name', (name, value) => {
    const variable = `BAILEYS_PROMETHEUS_${name}`;
    expect(() => readBaileysSettings({ [variable]: value })).toThrow(variable);
  });
});

const { counter, gauge, histogram } = createFamilies('test', () => 0);
const steady = (name: string, valueAt: (time: number) => number | null): MetricFamily => ({
  ...gauge(name, 'A gauge', []),
  series: [{ name, labels: { connection_id: 'one' }, valueAt }],
});
const families: MetricFamily[] = [
  steady('baileys_connection_state', () => 2),
  counter('baileys_messages_sent_total', 'Sent', [{ labels: { success: 'true' }, rate: constant(40) }]),
  histogram(
    'baileys_buffer_flush_duration_seconds',
    'Flushes',
    [0.01, 0.1, 1],
    [
      {
        labels: { mode: 'balanced' },
        pace: 'flush',
        parts: [{ rate: constant(80), latency: { median: 0.05, spread: 1 } }],
      },
    ],
    shortestLe,
  ),
  { ...steady('baileys_nodejs_heap_size_used_bytes', () => 1), series: [] },
];

const simulatedTarget = {
  job: 'zpro-baileys',
  instance: 'zpro-backend-1',
  metricsPath: '/metrics',
  isUpAt: () => true,
};

async function start(settings: Partial<BaileysSettings>, isUpAt = () => true): Promise<string> {
  const whole = { ...readBaileysSettings({}), isEnabled: true, port: 0, collectDefault: false, ...settings };
  const exporter = await startBaileysExporter(whole, { families, isUpAt });
  if (exporter === null) throw new Error('it is not enabled');
  running.push(exporter);
  return `http://${exporter.address}`;
}

async function samplesAt(url: string) {
  return readSamples(await (await fetch(url)).text());
}

describe('the exporter', () => {
  it('is not there when it is disabled', async () => {
    const settings = { ...readBaileysSettings({}), port: await freePort() };
    expect(await startBaileysExporter(settings, { families, isUpAt: () => true })).toBeNull();
    await expect(fetch(`http://127.0.0.1:${settings.port}/metrics`)).rejects.toThrow('fetch failed');
  });

  it('listens at its port, and says when that is taken', async () => {
    const port = await freePort();
    expect(await start({ port })).toBe(`http://127.0.0.1:${port}`);
    await expect(start({ port })).rejects.toThrow(`prometheus metrics port already in use: ${port}`);
  });

  it('answers at its path only', async () => {
    const url = await start({ path: '/own' });
    const answer = await fetch(`${url}/own`);
    expect(answer.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    expect((await fetch(`${url}/metrics`)).status).toBe(404);
  });

  it.each(['baileys_', 'zpro_baileys_'])('puts %s before every name', async (prefix) => {
    const names = (await samplesAt(`${await start({ prefix, collectDefault: true })}/metrics`)).map(({ name }) => name);
    expect(names).toContain(`${prefix}connection_state`);
    expect(names).toContain(`${prefix}buffer_flush_duration_seconds_bucket`);
    expect(names).toContain(`${prefix}nodejs_heap_size_used_bytes`);
    expect(names).toContain(`${prefix}process_resident_memory_bytes`);
    expect(names.filter((name) => !name.startsWith(prefix))).toEqual([]);
  });

  it('puts its labels on every series', async () => {
    const samples = await samplesAt(
      `${await start({ labels: { environment: 'production' }, collectDefault: true })}/metrics`,
    );
    expect(samples.filter(({ labels }) => labels.environment !== 'production')).toEqual([]);
    expect(samples).toContainEqual({
      name: 'baileys_connection_state',
      labels: { connection_id: 'one', environment: 'production' },
      value: 2,
    });
  });

  it('leaves Node.js out when it is told to', async () => {
    const names = (await samplesAt(`${await start({ collectDefault: false })}/metrics`)).map(({ name }) => name);
    expect(names.filter((name) => /nodejs|process_/.test(name))).toEqual([]);
  });

  it('hangs up while the simulated one is down', async () => {
    await expect(fetch(`${await start({}, () => false)}/metrics`)).rejects.toThrow('fetch failed');
  });
});

describe('counters and histograms', () => {
  it('start with the exporter, and count what the simulation counts', async () => {
    const simulated = (name: string, time: number) =>
      families
        .flatMap(({ series }) => series)
        .find((series) => series.name === name)
        ?.valueAt(time) ?? Number.NaN;
    const before = Date.now();
    const url = `${await start({})}/metrics`;
    const value = async (name: string) => (await samplesAt(url)).find((sample) => sample.name === name)?.value;

    const sent = 'baileys_messages_sent_total';
    const flushes = 'baileys_buffer_flush_duration_seconds_count';
    await expect.poll(() => value(sent)).toBeGreaterThan(0);
    await expect.poll(() => value(flushes)).toBeGreaterThan(0);
    for (const name of [sent, flushes]) {
      expect(await value(name)).toBeLessThanOrEqual(simulated(name, Date.now()) - simulated(name, before));
    }
    const samples = await samplesAt(url);
    const buckets = samples.filter(({ name }) => name.endsWith('_bucket')).map((sample) => sample.value);
    expect(buckets).toHaveLength(4);
    expect(buckets.toSorted((a, b) => a - b)).toEqual(buckets);
    expect(buckets.at(-1)).toBe(samples.find(({ name }) => name === flushes)?.value);
  });
});

describe('the backend of the lab', () => {
  const target = { ...simulatedTarget, families };
  afterEach(() => vi.unstubAllEnvs());

  it('is enabled if not said otherwise, and passes its own families on as the settings have them', async () => {
    vi.stubEnv('BAILEYS_PROMETHEUS_PREFIX', 'zpro_baileys_');
    vi.stubEnv('BAILEYS_PROMETHEUS_LABELS', '{"service":"zpro"}');
    const backend = await startBaileys('', target);
    running.push(backend);
    expect(backend.relayed?.map(({ name }) => name)).toEqual([
      'zpro_baileys_connection_state',
      'zpro_baileys_messages_sent_total',
      ...Array(4).fill('zpro_baileys_buffer_flush_duration_seconds_bucket'),
      'zpro_baileys_buffer_flush_duration_seconds_sum',
      'zpro_baileys_buffer_flush_duration_seconds_count',
    ]);
    const exposed = await samplesAt(`http://${backend.address}/metrics`);
    for (const { name, labels } of backend.relayed ?? []) {
      expect(exposed).toContainEqual({ name, labels, value: expect.any(Number) });
    }
  });

  it('is not there when it is disabled', async () => {
    vi.stubEnv('BAILEYS_PROMETHEUS_ENABLED', 'false');
    const { address, relayed } = await startBaileys('', target);
    expect(relayed).toEqual([]);
    await expect(fetch(`http://${address}/metrics`)).rejects.toThrow('fetch failed');
  });
});
