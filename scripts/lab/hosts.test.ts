import { describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';
import { checkAllArePlayed, hostOf } from './hosts.ts';

const config = readConfig(`
global: { scrape_interval: 15s }
rule_files: []
scrape_configs:
  - job_name: nats
    static_configs: [{ targets: ['nats-1:8222'] }, { targets: ['nats-2:8222'] }]
  - job_name: baileys
    static_configs: [{ targets: ['backend:9090'] }]
  - job_name: services
    consul_sd_configs: [{ server: 'consul:8500' }]
`);

describe('hostOf', () => {
  it.each([
    ['nats', 'nats-2:8222', 'nats-2:8222'],
    ['baileys', 'backend-1', 'backend:9090'],
    ['services', 'tts:9106', 'tts:9106'],
  ])('in job %s, %s is at %s', (job, instance, host) => {
    expect(hostOf({ job, instance }, config)).toBe(host);
  });

  it.each([
    ['nats', 'nats-3:8222'],
    ['other', 'other:1'],
  ])('in job %s there is no %s', (job, instance) => {
    expect(() => hostOf({ job, instance }, config)).toThrow(instance);
  });
});

describe('checkAllArePlayed', () => {
  const nats = ['nats-1:8222', 'nats-2:8222'].map((instance) => ({ job: 'nats', instance }));

  it('is content when all hosts are', () => {
    expect(() => checkAllArePlayed([...nats, { job: 'baileys', instance: 'backend-1' }], config)).not.toThrow();
  });

  it('names a host that nobody plays', () => {
    expect(() => checkAllArePlayed(nats, config)).toThrow(/backend:9090/);
  });
});
