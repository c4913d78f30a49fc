import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { deriveConfig } from './config.ts';

const shipped = `
global: { scrape_interval: 15s }
alerting: { alertmanagers: [{ static_configs: [{ targets: ['alertmanager:9093'] }] }] }
rule_files: ["../../packs/one/rules/*.yml", /etc/rules.yml]
scrape_configs:
  - job_name: backend
    metrics_path: /metrics
    static_configs: [{ targets: ['backend:8000', 'backend:8001'] }]
`;

describe('deriveConfig', () => {
  it('scrapes loopback addresses under the names of the shipped configuration', () => {
    const addresses = new Map([
      ['backend:8000', '127.0.0.1:40001'],
      ['backend:8001', '127.0.0.1:40002'],
    ]);
    expect(parse(deriveConfig(shipped, '/app/deploy/prometheus/prometheus.yml', addresses))).toEqual({
      global: { scrape_interval: '15s' },
      rule_files: ['/app/packs/one/rules/*.yml', '/etc/rules.yml'],
      scrape_configs: [
        {
          job_name: 'backend',
          metrics_path: '/metrics',
          static_configs: [
            { targets: ['127.0.0.1:40001'], labels: { instance: 'backend:8000' } },
            { targets: ['127.0.0.1:40002'], labels: { instance: 'backend:8001' } },
          ],
        },
      ],
    });
  });

  it('names a target that nobody plays', () => {
    expect(() => deriveConfig(shipped, '/app/prometheus.yml', new Map())).toThrow(/backend:8000/);
  });
});
