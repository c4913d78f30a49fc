import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import * as v from 'valibot';
import { describe, expect, inject, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { createFleet } from '../../mocks/fleet/fleet.ts';
import { startBaileysExporter } from '../lab/baileys.ts';
import { readBaileysSettings } from '../lab/baileys-settings.ts';
import { deriveConfig, readConfig, withoutDiscovery } from '../lab/config.ts';
import { shippedConfig } from '../lab/lab.ts';
import { runProgram } from './programs.ts';

const packsFolder = resolve(import.meta.dirname, '../../packs');
const packs = readdirSync(packsFolder);
const folder = resolve(import.meta.dirname, '../../.lab/promtool');

/** The YAML files in a folder of each pack. */
function packFiles(...path: string[]): string[] {
  return packs.flatMap((pack) => {
    const from = join(packsFolder, pack, ...path);
    return readdirSync(from)
      .filter((name) => name.endsWith('.yml'))
      .map((name) => join(from, name));
  });
}

/** What promtool says of a configuration, but for Consul discovery, which Debian's Prometheus is built without. */
function checkConfig(name: string, text: string) {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, name);
  writeFileSync(file, deriveConfig(withoutDiscovery(readConfig(text), new Map()), shippedConfig));
  return runProgram('promtool', ['check', 'config', file]);
}

const rules = packFiles('rules');
const ruleTests = packFiles('rules', 'tests');
const shipped = readFileSync(shippedConfig, 'utf8');

describe('promtool', () => {
  it('finds the shipped configuration good', () => {
    const { status, output } = checkConfig('shipped.yml', shipped);
    expect(status, output).toBe(0);
    for (const file of rules) expect(output).toContain(file.slice(packsFolder.length));
  });

  it("finds the lab's configuration good", () => {
    const { status, output } = runProgram('promtool', ['check', 'config', inject('configFile')]);
    expect(status, output).toBe(0);
  });

  it.each(rules)('finds the rules of %s good', (file) => {
    const { status, output } = runProgram('promtool', ['check', 'rules', '--lint-fatal', file]);
    expect(status, output).toBe(0);
  });

  it.each(ruleTests)('sees the rule tests of %s pass', (file) => {
    const { status, output } = runProgram('promtool', ['test', 'rules', file], { cwd: dirname(file) });
    expect(status, output).toBe(0);
  });

  it.each(packs)('has rules of %s and their tests to check', (pack) => {
    const own = (files: readonly string[]) => files.filter((file) => file.startsWith(join(packsFolder, pack)));
    expect(own(rules).length).toBeGreaterThanOrEqual(1);
    expect(own(ruleTests).length).toBeGreaterThanOrEqual(1);
  });

  it.each(inject('targets'))('reads what $job at $instance exposes', async ({ url }) => {
    const response = await fetch(url);
    expect(response.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
    const { status, output } = runProgram('promtool', ['check', 'metrics'], { input: await response.text() });
    // 3: it can be read, and some names are not to promtool's taste. They are the real exporters'.
    expect([0, 3], output).toContain(status);
  });
});

describe('promtool on the exporter of RBaileys', () => {
  it.each(['baileys_', 'zpro_baileys_'])('reads what it exposes with the prefix %s', async (prefix) => {
    const target = createFleet({ incidents: 'none' }).find(({ job }) => job === 'zpro-baileys');
    if (target === undefined) throw new Error('the fleet has no RBaileys');
    const settings = readBaileysSettings({
      BAILEYS_PROMETHEUS_ENABLED: 'true',
      BAILEYS_PROMETHEUS_PORT: '0',
      BAILEYS_PROMETHEUS_PREFIX: prefix,
    });
    const exporter = await startBaileysExporter(settings, target);
    const text = await (await fetch(`http://${exporter?.address}/metrics`)).text().finally(() => exporter?.stop());
    for (const { name, type } of target.families) {
      expect(text).toContain(`# TYPE ${name.replace('baileys_', prefix)} ${type}\n`);
    }
    const { status, output } = runProgram('promtool', ['check', 'metrics'], { input: text });
    expect([0, 3], output).toContain(status);
  });
});

describe('what the packs say is to be scraped', () => {
  const jobsSchema = v.array(v.looseObject({ job_name: v.string() }));
  const scrapeOf = (pack: string) => {
    const text = readFileSync(join(packsFolder, pack, 'pack.yaml'), 'utf8');
    const { scrape } = v.parse(v.object({ scrape: v.string() }), parse(text));
    return v.parse(jobsSchema, parse(scrape));
  };

  it.each(packs)('is good configuration: %s', (pack) => {
    const config = { global: { scrape_interval: '15s' }, rule_files: [], scrape_configs: scrapeOf(pack) };
    const { status, output } = checkConfig(`${pack}.yml`, stringify(config));
    expect(status, output).toBe(0);
  });

  it('is scraped by the shipped configuration, and no more than that', () => {
    const jobs = packs.flatMap(scrapeOf).map(({ job_name }) => job_name);
    const ofShipped = readConfig(shipped).scrape_configs.map(({ job_name }) => job_name);
    expect(ofShipped.sort()).toEqual(jobs.sort());
  });
});
