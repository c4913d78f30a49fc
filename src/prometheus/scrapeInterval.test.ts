import { expect, test } from 'vitest';
import type { Target } from '../model/target.ts';
import { globalScrapeInterval, scrapeIntervalOf } from './scrapeInterval.ts';

function target(job: string, scrapeInterval: number | null): Target {
  const texts = { scrapePool: job, scrapeUrl: '', lastError: '' };
  return {
    ...texts,
    health: 'up',
    labels: { job },
    discoveredLabels: {},
    lastScrape: null,
    lastScrapeDuration: 0,
    scrapeInterval,
    scrapeTimeout: null,
  };
}

const targets = [target('a', 10_000), target('a', 30_000), target('b', 60_000), target('c', 60_000), target('d', null)];
const yaml = 'global:\n  scrape_interval: 20s\n';

test.each([
  ['the longest of its job', { targets, configYaml: yaml, jobs: ['a'] }, 30_000],
  ['the longest of its jobs', { targets, configYaml: yaml, jobs: ['a', 'b'] }, 60_000],
  ['the most usual where no job is named', { targets, configYaml: yaml }, 60_000],
  ['the most usual where the job is not known', { targets, configYaml: yaml, jobs: ['x', 'd'] }, 60_000],
  ['of equally usual ones the longest', { targets: targets.slice(0, 2), configYaml: yaml }, 30_000],
  [
    'the configuration where targets do not say',
    { targets: [target('a', null)], configYaml: yaml, jobs: ['a'] },
    20_000,
  ],
  ['the usual', { targets: [], configYaml: null }, 15_000],
])('%s', (_, sources, expected) => expect(scrapeIntervalOf(sources)).toBe(expected));

test.each([
  [
    'global:\n  scrape_interval: 1m30s\n  scrape_timeout: 10s\nscrape_configs:\n- job_name: a\n  scrape_interval: 5s\n',
    90_000,
  ],
  [
    '# scrape_interval: 1s\nglobal:\n  evaluation_interval: 1m\n\n  external_labels:\n    a: b\n  scrape_interval: "20s"\n',
    20_000,
  ],
  ['global:\n  evaluation_interval: 1m\nscrape_configs:\n- job_name: a\n  scrape_interval: 5s\n', null],
  ['scrape_configs:\n- scrape_interval: 5s\n', null],
  ['global:\n  scrape_interval: often\n', null],
  ['global: {}\n', null],
  ['', null],
])('global interval of %j', (text, expected) => expect(globalScrapeInterval(text)).toBe(expected));
