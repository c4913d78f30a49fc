import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium } from '@playwright/test';
import { root } from '../../scripts/command.ts';
import { ensurePrograms, installHint, programPath } from '../../scripts/ensure.ts';
import { backfill } from '../../scripts/lab/history.ts';
import { startPrometheus } from '../../scripts/lab/prometheus.ts';
import { type Running, startTogether } from '../../scripts/lab/running.ts';
import { serveTarget } from '../../scripts/lab/services.ts';
import { freePort, startProcess } from '../../scripts/process.ts';
import { benchTarget, scrapeInterval } from './data.ts';
import { buildSite, type PageScripts } from './site.ts';
import { startTap, type Tap } from './tap.ts';

const programs = ['prometheus', 'promtool', 'chromium'] as const;

/** A day, and what the widest window looks back on. */
const past = 24 * 3_600_000 + 10 * 60_000;

const chromiumFlags = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // The browser's own popups are pages, too, which each new window loads beside the one that is measured.
  '--disable-features=WebUIOmniboxPopup,PreloadTopChromeWebUI,WebUIOmniboxAimPopup,WebUIOmniboxFullPopup',
];

/** All that a measured page stands on: a Prometheus with a day of data, the gateway before it, and a browser. */
export interface Stand {
  /** The gateway's address. */
  readonly url: string;
  /** Between the gateway and Prometheus. */
  readonly tap: Tap;
  readonly browser: Browser;
  readonly scripts: PageScripts;
  readonly versions: { readonly chromium: string; readonly prometheus: string };
  stop(): Promise<void>;
}

async function startData(folder: string, running: Running[]): Promise<string> {
  const target = await serveTarget(benchTarget);
  running.push(target);
  const storage = join(folder, 'storage');
  const source = { ...benchTarget, series: benchTarget.families.flatMap(({ series }) => series) };
  const now = Date.now();
  await backfill(folder, storage, [source], { from: now - past, to: now, step: scrapeInterval });
  const configFile = join(folder, 'prometheus.yml');
  const { job, instance } = benchTarget;
  const relabel = { target_label: 'instance', replacement: instance };
  const scrape = { job_name: job, static_configs: [{ targets: [target.address] }], relabel_configs: [relabel] };
  // JSON is YAML.
  writeFileSync(
    configFile,
    JSON.stringify({ global: { scrape_interval: `${scrapeInterval / 1000}s` }, scrape_configs: [scrape] }),
  );
  const prometheus = await startPrometheus({ folder, storage, configFile });
  running.push(prometheus);
  return prometheus.url;
}

/** Starts the built gateway of a site before a Prometheus. */
async function startGateway(serverFile: string, folder: string, prometheus: string, running: Running[]) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const gateway = await startProcess({
    name: 'the gateway',
    command: process.execPath,
    args: [serverFile],
    env: {
      PROMETHEUS_URL: prometheus,
      MIRANTE_PACKS: join(root, 'bench', 'packs'),
      MIRANTE_CONFIG: '',
      ALERTMANAGER_URL: '',
      GRAFANA_URL: '',
      HOST: '127.0.0.1',
      PORT: String(port),
    },
    logFile: join(folder, 'gateway.log'),
    readyUrl: `${url}/readyz`,
  });
  running.push(gateway);
  return url;
}

async function versionOf(prometheus: string): Promise<string> {
  const text = await (await fetch(`${prometheus}/metrics`)).text();
  return /prometheus_build_info\{.*version="([^"]+)"/.exec(text)?.[1] ?? 'unknown';
}

/** Starts the stand; rejects, with nothing left running, when a program is missing or does not start. */
export async function startStand(): Promise<Stand> {
  const { missing } = await ensurePrograms(programs);
  if (missing.length > 0) throw new Error(`The bench needs more: ${installHint(missing)}.`);
  const folder = join(root, '.lab', 'bench');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return startTogether(async (running) => {
    const { serverFile, scripts } = await buildSite(join(folder, 'site'));
    const prometheus = await startData(folder, running);
    const tap = await startTap(prometheus);
    running.push(tap);
    const url = await startGateway(serverFile, folder, tap.url, running);
    const browser = await chromium.launch({ executablePath: programPath('chromium'), args: chromiumFlags });
    running.push({ stop: () => browser.close() });
    const versions = {
      chromium: browser.version(),
      prometheus: await versionOf(prometheus),
    };
    return { url, tap, browser, scripts, versions };
  });
}
