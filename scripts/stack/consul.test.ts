import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import type { Labels } from '../../src/model/labels.ts';
import { createPrometheusClient } from '../../src/prometheus/client.ts';
import { programPath } from '../ensure.ts';
import { type PrometheusServer, startPrometheus } from '../lab/prometheus.ts';

const packFile = resolve(import.meta.dirname, '../../packs/mordomo/pack.yaml');
const jobSchema = v.looseObject({ job_name: v.string(), consul_sd_configs: v.optional(v.unknown()) });
const jobs = v.parse(
  v.array(jobSchema),
  parse(v.parse(v.object({ scrape: v.string() }), parse(readFileSync(packFile, 'utf8'))).scrape),
);

/** What the document relabels with, in place of the pack's own. */
const documented = [
  { source_labels: ['__meta_consul_service'], target_label: 'service' },
  {
    source_labels: ['__meta_consul_service_address'],
    target_label: '__address__',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: Prometheus's groups
    replacement: '${1}:${2}',
    regex: '([^:]+)',
  },
  {
    source_labels: ['__meta_consul_service_metadata_metrics_port'],
    target_label: '__address__',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: Prometheus's groups
    replacement: '${1}:${2}',
  },
];

/** A service as Consul discovery hands it to relabelling; the port is the service's own, not that of its metrics. */
function discovered(service: string, address: string, metricsPort?: string) {
  return {
    targets: [`${address || '10.0.0.20'}:8080`],
    labels: {
      __meta_consul_service: service,
      __meta_consul_node: 'mordomo-01',
      __meta_consul_address: '10.0.0.20',
      __meta_consul_service_address: address,
      __meta_consul_tags: ',mordomo,speech,',
      ...(metricsPort !== undefined && { __meta_consul_service_metadata_metrics_port: metricsPort }),
    },
  };
}

const catalog = [
  discovered('whisper-asr', '10.0.1.4', '9104'),
  discovered('on-the-node', '', '9105'),
  discovered('consul', ''),
  discovered('wrong-port', '10.0.1.9', 'http'),
];

/** Debian's Prometheus knows no Consul discovery: what it would find is written down. */
function withCatalog({ consul_sd_configs, ...job }: v.InferOutput<typeof jobSchema>) {
  return consul_sd_configs === undefined ? job : { ...job, static_configs: catalog };
}

describe('the discovery of Mordomo through Consul', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mirante-consul-'));
  const configFile = join(folder, 'prometheus.yml');
  let prometheus: PrometheusServer;
  let found: readonly Labels[];

  beforeAll(async () => {
    const services = jobs.filter(({ consul_sd_configs }) => consul_sd_configs !== undefined).map(withCatalog);
    const asDocumented = { job_name: 'documented', static_configs: catalog, relabel_configs: documented };
    writeFileSync(configFile, stringify({ scrape_configs: [...services, asDocumented] }));
    prometheus = await startPrometheus({ folder, storage: join(folder, 'storage'), configFile });
    const client = createPrometheusClient({ baseUrl: prometheus.url });
    const deadline = Date.now() + 30_000;
    do {
      await delay(250);
      found = (await client.targets('active')).data.active.map(({ labels }) => labels);
    } while (!found.some(({ job }) => job === 'mordomo-services') && Date.now() < deadline);
  });

  afterAll(async () => {
    await prometheus.stop();
    rmSync(folder, { recursive: true });
  });

  it('has one job of it, among jobs that promtool finds good', () => {
    const file = join(folder, 'whole.yml');
    writeFileSync(file, stringify({ scrape_configs: jobs.map(withCatalog) }));
    const { status, stdout, stderr } = spawnSync(programPath('promtool'), ['check', 'config', file], {
      encoding: 'utf8',
    });
    expect(status, stdout + stderr).toBe(0);
    expect(jobs.filter(({ consul_sd_configs }) => consul_sd_configs).map(({ job_name }) => job_name)).toEqual([
      'mordomo-services',
    ]);
  });

  it("scrapes each service that announces a port, at its own address or its node's, and no other", () => {
    const labels = { job: 'mordomo-services', node: 'mordomo-01', tags: ',mordomo,speech,' };
    expect(found.filter(({ job }) => job === 'mordomo-services')).toEqual(
      expect.arrayContaining([
        { ...labels, service: 'whisper-asr', instance: '10.0.1.4:9104' },
        { ...labels, service: 'on-the-node', instance: '10.0.0.20:9105' },
      ]),
    );
    expect(found.filter(({ job }) => job === 'mordomo-services')).toHaveLength(2);
  });

  it('would, relabelled as the document has it, scrape a port without a host', () => {
    const whisper = found.find(({ job, service }) => job === 'documented' && service === 'whisper-asr');
    expect(whisper?.instance).toBe('9104:');
  });
});
