import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { createFleet } from '../../mocks/fleet/fleet.ts';
import type { FleetTarget } from '../../mocks/fleet/types.ts';
import type { Labels } from '../../src/model/labels.ts';
import { createPrometheusClient } from '../../src/prometheus/client.ts';
import { deriveConfig, readConfig } from '../lab/config.ts';
import { shippedAlertmanagerConfig, shippedConfig } from '../lab/lab.ts';
import { type Names, startNames } from '../lab/names.ts';
import { type Notifications, startNotifications } from '../lab/notifications.ts';
import { type PrometheusServer, startPrometheus } from '../lab/prometheus.ts';
import type { Notification } from '../lab/receiver.ts';
import { type Running, type RunningTarget, startTogether } from '../lab/running.ts';
import { serveTarget } from '../lab/services.ts';

// An alert's way from the target that falls silent to the webhook, with the shipped rules and configurations, hurried: every
// interval and waiting time is a second, or none.

const folder = resolve(import.meta.dirname, '../../.lab/notification');
const packs = resolve(import.meta.dirname, '../../packs');
const jobs = ['backend', 'tsijukebox'];
const hurried = '1s';
/** Milliseconds for what takes a few seconds, on a busy machine. */
const patience = { timeout: 30_000, interval: 200 };

const ruleFileSchema = v.object({
  groups: v.array(v.looseObject({ rules: v.array(v.looseObject({ for: v.optional(v.string()) })) })),
});

/** Writes a pack's rules, evaluated every second and without waiting. */
function writeHurriedRules(pack: string): void {
  for (const name of readdirSync(join(packs, pack, 'rules')).filter((file) => file.endsWith('.yml'))) {
    const { groups } = v.parse(ruleFileSchema, parse(readFileSync(join(packs, pack, 'rules', name), 'utf8')));
    const quick = groups.map((group) => ({
      ...group,
      interval: hurried,
      rules: group.rules.map(({ for: _, ...rule }) => rule),
    }));
    writeFileSync(join(folder, `${pack}-${name}`), stringify({ groups: quick }));
  }
}

/** The shipped configuration of Prometheus for these jobs, hurried. */
function hurriedConfig(proxyUrl: string): string {
  const config = readConfig(readFileSync(shippedConfig, 'utf8'));
  return deriveConfig(
    {
      ...config,
      global: { ...config.global, scrape_interval: hurried, scrape_timeout: hurried, evaluation_interval: hurried },
      rule_files: [join(folder, '*-*.yml')],
      scrape_configs: config.scrape_configs.filter(({ job_name }) => jobs.includes(job_name)),
    },
    shippedConfig,
    proxyUrl,
  );
}

const notified: Notification[] = [];
let names: Names;
let prometheus: PrometheusServer;
let notifications: Notifications;
let stop: () => Promise<void> = async () => {};
const backend = targetOf('backend');
let serving: RunningTarget;

function targetOf(wanted: string): FleetTarget {
  const target = createFleet({ incidents: 'none' }).find(({ job }) => job === wanted);
  if (target === undefined) throw new Error(`no target ${wanted}`);
  return target;
}

async function serve(target: FleetTarget): Promise<RunningTarget> {
  const started = await serveTarget(target);
  names.set(target.instance, started.address);
  return started;
}

async function start(running: Running[]) {
  names = await startNames();
  running.push(names, await serve(targetOf('tsijukebox')), { stop: () => serving.stop() });
  serving = await serve(backend);
  const config = readFileSync(shippedAlertmanagerConfig, 'utf8').replace(
    /(group_wait|group_interval): 10s/g,
    `$1: ${hurried}`,
  );
  const started = await startNotifications(
    { folder, config, hosts: ['alertmanager:9093'], onNotification: (one) => notified.push(one) },
    names,
    running,
  );
  if (typeof started === 'string') throw new Error(started);
  notifications = started;
  const configFile = join(folder, 'prometheus.yml');
  writeFileSync(configFile, hurriedConfig(names.url));
  prometheus = await startPrometheus({ folder, storage: join(folder, 'storage'), configFile });
  running.push(prometheus);
  return {};
}

beforeAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const pack of readdirSync(packs)) writeHurriedRules(pack);
  ({ stop } = await startTogether(start));
});
afterAll(() => stop());

/** The jobs that are up. */
async function jobsUp(): Promise<(string | undefined)[]> {
  const { frame } = await createPrometheusClient({ baseUrl: prometheus.url }).query({ expr: 'up == 1' });
  return frame.series.map(({ labels }) => labels.job).sort();
}

/** Alerts of a name that a webhook was told of, and how they stood. */
function toldOf(alertname: string, path: string): string[] {
  const told = notified.filter((one) => one.path === path).flatMap(({ alerts }) => alerts);
  return told.filter(({ labels }) => labels.alertname === alertname).map(({ status }) => status);
}

const alertSchema = v.array(
  v.object({ labels: v.record(v.string(), v.string()), status: v.object({ state: v.string() }) }),
);

/** How the alerts of this name stand at the Alertmanager, with their labels. */
async function alertsAt(alertname: string): Promise<{ state: string; labels: Labels }[]> {
  const answer = await fetch(`${notifications.alertmanagerUrl}/api/v2/alerts`);
  const alerts = v.parse(alertSchema, await answer.json()).filter(({ labels }) => labels.alertname === alertname);
  return alerts.map(({ labels, status }) => ({ state: status.state, labels }));
}

describe('a target that falls silent', () => {
  it('is notified of when it does, and not before', async () => {
    await expect.poll(jobsUp, patience).toEqual(jobs);
    expect(toldOf('ServiceDown', '/webhooks/alerts/critical')).toEqual([]);
    await serving.stop();
    await expect.poll(() => toldOf('ServiceDown', '/webhooks/alerts/critical'), patience).toContain('firing');
    // What is critical goes on to the default receiver.
    await expect.poll(() => toldOf('ServiceDown', '/webhooks/alerts'), patience).toContain('firing');
    expect(toldOf('ServiceDown', '/webhooks/alerts/warning')).toEqual([]);
    expect(toldOf('ApplicationDown', '/webhooks/alerts/critical')).toEqual([]);
  });

  it('is at the Alertmanager, with the labels of its system', async () => {
    const [alert] = await alertsAt('ServiceDown');
    expect(alert).toMatchObject({
      state: 'active',
      labels: {
        job: 'backend',
        system: 'gt-vision',
        severity: 'critical',
        cluster: 'gtvision-prod',
        environment: 'production',
      },
    });
  });

  it('silences warnings of what was measured there, and no others', async () => {
    const warningOf = (alertname: string, instance: string) => ({
      labels: { alertname, instance, job: 'backend', system: 'gt-vision', severity: 'warning' },
    });
    await fetch(`${notifications.alertmanagerUrl}/api/v2/alerts`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify([warningOf('SlowHere', backend.instance), warningOf('SlowThere', 'other:8000')]),
    });
    const states = async (name: string) => (await alertsAt(name)).map(({ state }) => state);
    await expect.poll(() => states('SlowHere'), patience).toEqual(['suppressed']);
    await expect.poll(() => toldOf('SlowThere', '/webhooks/alerts/warning'), patience).toEqual(['firing']);
    expect(toldOf('SlowHere', '/webhooks/alerts/warning')).toEqual([]);
  });

  it('is notified of when it is back', async () => {
    serving = await serve(backend);
    await expect.poll(() => toldOf('ServiceDown', '/webhooks/alerts/critical'), patience).toContain('resolved');
  });
});
