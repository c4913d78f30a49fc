import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { createFleet } from '../../mocks/fleet/fleet.ts';
import type { IncidentMode } from '../../mocks/fleet/incidents.ts';
import type { FleetTarget } from '../../mocks/fleet/types.ts';
import { ensurePrograms, installHint, type ProgramName } from '../ensure.ts';
import { freePort } from '../process.ts';
import { deriveConfig, listedTargets, readConfig, type ShippedConfig, withoutDiscovery } from './config.ts';
import { consulCatalog } from './consul.ts';
import { backfill } from './history.ts';
import { checkAllArePlayed, hostOf } from './hosts.ts';
import { type Names, startNames } from './names.ts';
import { type Notifications, startNotifications } from './notifications.ts';
import { startOutages } from './outages.ts';
import { pastOf } from './past.ts';
import { type PrometheusServer, startPrometheus } from './prometheus.ts';
import type { Notification } from './receiver.ts';
import { type Running, startTogether } from './running.ts';
import { type RealJob, realJobs, type StartedTarget, startTarget, type TargetOptions } from './targets.ts';

const deploy = resolve(import.meta.dirname, '../../deploy');

/** The shipped configurations, which the lab runs. */
export const shippedConfig = join(deploy, 'prometheus', 'prometheus.yml');
export const shippedAlertmanagerConfig = join(deploy, 'alertmanager', 'alertmanager.yml');

/** The programs without which there is no lab. */
const labPrograms = ['prometheus', 'promtool'] as const satisfies readonly ProgramName[];

const hour = 3_600_000;
/** Milliseconds between two samples of the past, as most of the shipped configuration scrapes. */
const scrapeInterval = 15_000;
/** Milliseconds of past before what was asked for: so rates are whole from its first minute on. */
const lead = 10 * 60_000;
/** Milliseconds after which the load has moved the real servers' counters from zero. */
const warmUp = 3000;

export interface LabOptions {
  /** Folder for all that it writes; emptied first. */
  readonly folder: string;
  /** How much past the Prometheus starts with. */
  readonly historyHours: number;
  readonly incidents?: IncidentMode;
  /** Jobs that real servers and exporters shall play where they can be had; all of them if not said. */
  readonly real?: readonly RealJob[];
  /** Told of each notification that the Alertmanager sends. */
  readonly onNotification?: (notification: Notification) => void;
}

/** A target as the lab has it. */
export interface LabTarget {
  readonly job: string;
  readonly instance: string;
  /** Where it answers with its metrics, without the lab's naming of hosts. */
  readonly url: string;
  readonly isReal: boolean;
}

export interface Lab {
  readonly prometheus: PrometheusServer;
  /** Null where there is no Alertmanager. */
  readonly notifications: Notifications | null;
  /** Null where the Pushgateway is simulated. */
  readonly pushgatewayUrl: string | null;
  /** Where targets are taken down and brought back. */
  readonly outagesUrl: string;
  /** The configuration that the lab's Prometheus runs with. */
  readonly configFile: string;
  readonly targets: readonly LabTarget[];
  /** Sentences on what is simulated though it was to be real, and why. */
  readonly notes: readonly string[];
  stop(): Promise<void>;
}

/**
 * Starts the five systems as far as Prometheus can see them, a real Prometheus that watches them and has a past, and a real
 * Alertmanager. Rejects, with nothing left running, when a program is missing or does not start.
 */
export async function startLab(options: LabOptions): Promise<Lab> {
  const { missing } = await ensurePrograms(labPrograms);
  if (missing.length > 0) throw new Error(`The lab needs Prometheus: ${installHint(missing)}.`);
  rmSync(options.folder, { recursive: true, force: true });
  mkdirSync(options.folder, { recursive: true });
  return startTogether((running) => assemble(options, running));
}

/** Prometheus's own job: it plays itself. */
const isPrometheus = ({ job }: FleetTarget) => job === 'prometheus';

/** Starts what is scraped and makes it known by its name. */
async function startTargets(
  fleet: readonly FleetTarget[],
  options: TargetOptions,
  config: ShippedConfig,
  names: Names,
  running: Running[],
): Promise<StartedTarget[]> {
  const targets: StartedTarget[] = [];
  for (const target of fleet) {
    const started = await startTarget(target, options);
    running.push(started);
    names.set(hostOf(target, config), started.address);
    targets.push(started);
  }
  return targets;
}

/** Where the real one of a job is; null when it is simulated. */
function realUrl(targets: readonly StartedTarget[], wanted: RealJob): string | null {
  const found = targets.find(({ target, real }) => target.job === wanted && real !== null);
  return found ? `http://${found.address}` : null;
}

/** What discovery would find, by job. */
function discoveredTargets({ scrape_configs }: ShippedConfig, fleet: readonly FleetTarget[]) {
  const jobs = scrape_configs.filter(({ consul_sd_configs }) => consul_sd_configs.length > 0);
  return new Map(jobs.map(({ job_name }) => [job_name, consulCatalog(fleet.filter(({ job }) => job === job_name))]));
}

/** Starts the parts in their order. */
async function assemble(options: LabOptions, running: Running[]): Promise<Omit<Lab, 'stop'>> {
  const { folder, historyHours, incidents = 'scripted', real = realJobs, onNotification } = options;
  const notes: string[] = [];
  const config = readConfig(readFileSync(shippedConfig, 'utf8'));
  const fleet = createFleet({ incidents });
  checkAllArePlayed(fleet, config);

  const names = await startNames();
  running.push(names);
  const targets = await startTargets(fleet, { real, incidents, folder, notes }, config, names, running);
  const notifications = await startNotifications(
    {
      folder: join(folder, 'alertmanager'),
      config: readFileSync(shippedAlertmanagerConfig, 'utf8'),
      hosts: config.alerting.alertmanagers.flatMap(({ static_configs }) => listedTargets(static_configs)),
      ...(onNotification && { onNotification }),
    },
    names,
    running,
  );
  if (typeof notifications === 'string') notes.push(notifications);
  const outages = await startOutages([...new Set(fleet.map((target) => hostOf(target, config)))], names);
  running.push(outages);

  const configFile = join(folder, 'prometheus.yml');
  const written = withoutDiscovery(config, discoveredTargets(config, fleet));
  writeFileSync(configFile, deriveConfig(written, shippedConfig, names.url));

  if (targets.some((one) => one.real !== null)) await delay(warmUp);
  const now = Date.now();
  const past = await Promise.all(targets.map((target) => pastOf(target, now)));
  const storage = join(folder, 'storage');
  await backfill(folder, storage, past, { from: now - historyHours * hour - lead, to: now, step: scrapeInterval });

  const port = await freePort();
  for (const self of fleet.filter(isPrometheus)) names.set(hostOf(self, config), `127.0.0.1:${port}`);
  const prometheus = await startPrometheus({ folder, storage, configFile, port });
  running.push(prometheus);
  return {
    prometheus,
    notifications: typeof notifications === 'string' ? null : notifications,
    pushgatewayUrl: realUrl(targets, 'pushgateway'),
    outagesUrl: outages.url,
    configFile,
    targets: targets.map(({ target, address, real }) => {
      const { job, instance, metricsPath } = target;
      const origin = isPrometheus(target) ? prometheus.url : `http://${address}`;
      return { job, instance, url: `${origin}${metricsPath}`, isReal: real !== null || isPrometheus(target) };
    }),
    notes,
  };
}
