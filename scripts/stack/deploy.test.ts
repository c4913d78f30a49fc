import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as v from 'valibot';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { parse } from 'yaml';
import { type ProgramName, programPath } from '../ensure.ts';
import { listedTargets, readConfig } from '../lab/config.ts';
import { shippedAlertmanagerConfig, shippedConfig } from '../lab/lab.ts';
import { freePort, startProcess } from '../process.ts';
import { runProgram } from './programs.ts';

const deploy = resolve(import.meta.dirname, '../../deploy');
const folder = resolve(import.meta.dirname, '../../.lab/deploy');
const units = readdirSync(join(deploy, 'systemd')).map((name) => join(deploy, 'systemd', name));

const serviceSchema = v.object({
  image: v.optional(v.string()),
  command: v.optional(v.array(v.string()), []),
  environment: v.optional(v.record(v.string(), v.string()), {}),
  volumes: v.optional(v.array(v.string()), []),
  ports: v.optional(v.array(v.string()), []),
  networks: v.optional(
    v.union([v.array(v.string()), v.record(v.string(), v.object({ aliases: v.optional(v.array(v.string()), []) }))]),
    [],
  ),
});
const { services } = v.parse(
  v.object({ services: v.record(v.string(), serviceSchema) }),
  parse(readFileSync(join(deploy, 'compose.yaml'), 'utf8')),
);

/** The flags of a unit's ExecStart. */
function unitFlags(name: string): string[] {
  const text = readFileSync(join(deploy, 'systemd', `${name}.service`), 'utf8').replaceAll('\\\n', ' ');
  const [, command = ''] = /^ExecStart=(.*)$/m.exec(text) ?? [];
  return command.split(/\s+/).slice(1);
}

const composeFlags = (name: string) => services[name]?.command ?? [];

/** Flags with the paths and addresses of this machine in place of those of production. */
function localFlags(flags: readonly string[], local: Readonly<Record<string, string>>): string[] {
  const kept = flags.filter((flag) => !Object.hasOwn(local, flag.split('=')[0] ?? ''));
  return [...kept, ...Object.entries(local).map(([flag, value]) => `${flag}=${value}`)];
}

beforeAll(() => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
});

describe('the flags of the units and of compose.yaml', () => {
  const programs: readonly [ProgramName, Readonly<Record<string, string>>][] = [
    ['prometheus', { '--config.file': inject('configFile'), '--storage.tsdb.path': join(folder, 'prometheus') }],
    ['alertmanager', { '--config.file': shippedAlertmanagerConfig, '--storage.path': join(folder, 'alertmanager') }],
    ['pushgateway', { '--persistence.file': join(folder, 'pushed') }],
  ];
  const cases = programs.flatMap(([name, local]) => [
    { name, where: 'its unit', flags: unitFlags(name), local },
    { name, where: 'compose.yaml', flags: composeFlags(name), local },
  ]);

  it.each(cases)('start the real $name: those of $where', async ({ name, flags, local }) => {
    expect(flags.length).toBeGreaterThan(0);
    const address = `127.0.0.1:${await freePort()}`;
    // An Alertmanager in a container may have a cluster; on this machine its port may be taken.
    const alone = name === 'alertmanager' ? { '--cluster.listen-address': '' } : {};
    const program = await startProcess({
      name,
      command: programPath(name),
      args: localFlags(flags, { ...local, ...alone, '--web.listen-address': address }),
      logFile: join(folder, `${name}.log`),
      readyUrl: `http://${address}/-/ready`,
    });
    await program.stop();
  });

  it("tell no container's network as the host's", async () => {
    const address = `127.0.0.1:${await freePort()}`;
    const exporter = await startProcess({
      name: 'node-exporter',
      command: programPath('node-exporter'),
      args: localFlags(composeFlags('node-exporter'), { '--path.rootfs': '/', '--web.listen-address': address }),
      logFile: join(folder, 'node-exporter.log'),
      readyUrl: `http://${address}/`,
    });
    const metrics = await (await fetch(`http://${address}/metrics`)).text();
    await exporter.stop();
    expect(metrics).toMatch(/^node_cpu_seconds_total\{/m);
    // What a network namespace has of its own.
    expect(metrics.match(/^node_(network|netstat|sockstat|nf_conntrack|arp|udp_queues)_\w+/gm)).toBeNull();
  });

  it.each([
    ['the unit', unitFlags('prometheus')],
    ['compose.yaml', composeFlags('prometheus')],
  ])('keep what the document keeps: %s', (_, flags) => {
    expect(flags).toEqual(
      expect.arrayContaining([
        '--storage.tsdb.retention.time=15d',
        '--storage.tsdb.retention.size=10GB',
        '--web.enable-lifecycle',
        '--web.enable-admin-api',
      ]),
    );
  });
});

it('systemd finds the units good', () => {
  const { status, output } = runProgram('systemd-analyze', ['verify', ...units]);
  // It tells of what it does not know and goes on.
  expect({ status, output }).toEqual({ status: 0, output: '' });
});

describe('compose.yaml', () => {
  it('mounts what there is', () => {
    const paths = Object.values(services).flatMap(({ volumes }) => volumes.map((volume) => volume.split(':')[0] ?? ''));
    const ours = paths.filter((path) => path.startsWith('.'));
    expect(ours.length).toBeGreaterThan(3);
    expect(ours.filter((path) => !existsSync(join(deploy, path)))).toEqual([]);
  });

  it('names a version of every image', () => {
    const images = Object.values(services).flatMap(({ image }) => image ?? []);
    expect(images.length).toBeGreaterThan(5);
    expect(images.filter((image) => !/:v?\d+\.\d+\.\d+$/.test(image))).toEqual([]);
  });

  it('opens its ports to this machine only', () => {
    const ports = Object.values(services).flatMap((service) => service.ports);
    expect(ports.length).toBeGreaterThan(3);
    expect(ports.filter((port) => !port.startsWith('127.0.0.1:'))).toEqual([]);
  });

  it('has Grafana and Mirante on one host, or a login in a frame of Grafana would not last', () => {
    const readme = readFileSync(join(deploy, 'README.md'), 'utf8');
    const [, mirante = ''] = /Mirante is then at (http:\S+:8080)/.exec(readme) ?? [];
    const [, grafana = ''] = /^\$\{GRAFANA_URL:-(.*)\}$/.exec(services.mirante?.environment.GRAFANA_URL ?? '') ?? [];
    expect(new URL(grafana).hostname).toBe(new URL(mirante).hostname);
  });

  it('calls exporters as the shipped configuration does', () => {
    const { scrape_configs, alerting } = readConfig(readFileSync(shippedConfig, 'utf8'));
    const configs = [...scrape_configs, ...alerting.alertmanagers].flatMap(({ static_configs }) => static_configs);
    const asked = new Set(listedTargets(configs).map((target) => target.split(':')[0]));
    const names = Object.entries(services).flatMap(([name, { networks }]) => {
      return [name, ...(Array.isArray(networks) ? [] : Object.values(networks).flatMap(({ aliases }) => aliases))];
    });
    // Prometheus asks itself at localhost; Mirante is asked by people.
    expect(names.filter((name) => !asked.has(name))).toEqual(['prometheus', 'mirante']);
  });
});
