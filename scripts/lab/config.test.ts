import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { deriveConfig, listedTargets, readConfig, withoutDiscovery } from './config.ts';

const shipped = `
global: { scrape_interval: 15s, external_labels: { cluster: prod } }
alerting: { alertmanagers: [{ static_configs: [{ targets: ['alertmanager:9093'] }] }] }
rule_files: ["../../packs/one/rules/*.yml", /etc/rules.yml]
scrape_configs:
  - job_name: backend
    metrics_path: /metrics
    static_configs: [{ targets: ['backend:8000', 'backend:8001'] }]
  - job_name: services
    consul_sd_configs: [{ server: 'consul:8500', services: [] }]
    relabel_configs: [{ source_labels: [__meta_consul_service], target_label: service }]
`;

const file = '/app/deploy/prometheus/prometheus.yml';

describe('deriveConfig', () => {
  it('asks for everything through the proxy, and changes nothing else', () => {
    const proxy_url = 'http://127.0.0.1:1';
    const found = { targets: ['tts:8080'], labels: { __meta_consul_service: 'tts' } };
    const config = withoutDiscovery(readConfig(shipped), new Map([['services', [found]]]));
    const derived: unknown = parse(deriveConfig(config, file, proxy_url));
    expect(derived).toEqual({
      global: { scrape_interval: '15s', external_labels: { cluster: 'prod' } },
      alerting: { alertmanagers: [{ static_configs: [{ targets: ['alertmanager:9093'] }], proxy_url }] },
      rule_files: ['/app/packs/one/rules/*.yml', '/etc/rules.yml'],
      scrape_configs: [
        {
          job_name: 'backend',
          metrics_path: '/metrics',
          static_configs: [{ targets: ['backend:8000', 'backend:8001'] }],
          proxy_url,
        },
        {
          job_name: 'services',
          static_configs: [found],
          relabel_configs: [{ source_labels: ['__meta_consul_service'], target_label: 'service' }],
          proxy_url,
        },
      ],
    });
  });

  it('leaves the proxy out where there is none', () => {
    expect(deriveConfig(readConfig(shipped), file)).not.toContain('proxy_url');
  });
});

describe('listedTargets', () => {
  it('gives those of all lists', () => {
    const [backend] = readConfig(shipped).scrape_configs;
    expect(listedTargets(backend?.static_configs ?? [])).toEqual(['backend:8000', 'backend:8001']);
  });
});
