import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as v from 'valibot';
import { describe, expect, inject, it } from 'vitest';
import { parse } from 'yaml';
import { formatDuration } from '../../src/model/duration.ts';
import { createPrometheusClient } from '../../src/prometheus/client.ts';
import { addedAlerts, documentedAlerts } from './documentedAlerts.ts';

const packsFolder = resolve(import.meta.dirname, '../../packs');
const groups = (await createPrometheusClient({ baseUrl: inject('prometheusUrl') }).rules()).data;

/** The alerts of a pack that the real Prometheus has loaded. */
function loadedAlerts(pack: string) {
  const rules = groups.filter(({ file }) => file.startsWith(`${packsFolder}/${pack}/`)).flatMap((group) => group.rules);
  return rules.filter(({ kind }) => kind === 'alerting');
}

const testSchema = v.object({
  tests: v.array(
    v.object({
      alert_rule_test: v.optional(
        v.array(v.object({ alertname: v.string(), exp_alerts: v.optional(v.nullable(v.array(v.unknown()))) })),
        [],
      ),
    }),
  ),
});

/** How often the rule tests of a pack expect an alert, and how often none. */
function expectations(pack: string, alert: string) {
  const folder = join(packsFolder, pack, 'rules', 'tests');
  const tests = readdirSync(folder).flatMap((name) => {
    return v.parse(testSchema, parse(readFileSync(join(folder, name), 'utf8'))).tests;
  });
  const own = tests.flatMap((test) => test.alert_rule_test).filter(({ alertname }) => alertname === alert);
  const firing = own.filter(({ exp_alerts }) => (exp_alerts ?? []).length > 0).length;
  return { firing, quiet: own.length - firing };
}

const packs = Object.entries(documentedAlerts);

describe.each(packs)('the alerts of the document of %s', (pack, documented) => {
  it('are those of its pack: by name, severity and waiting time', () => {
    const loaded = loadedAlerts(pack).map(({ name, labels, alerting }) => {
      return { name, severity: labels.severity, for: formatDuration(alerting?.for ?? 0) };
    });
    const added = Object.keys(addedAlerts[pack] ?? {});
    expect(loaded.map(({ name }) => name)).toEqual(expect.arrayContaining(added));
    const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name);
    expect(loaded.filter(({ name }) => !added.includes(name)).sort(byName)).toEqual([...documented].sort(byName));
  });

  it('say which system they are of', () => {
    expect(loadedAlerts(pack).filter(({ labels }) => labels.system !== pack)).toEqual([]);
  });

  it.each(documented)('have tests in which $name fires and in which it does not', ({ name }) => {
    const { firing, quiet } = expectations(pack, name);
    expect(firing).toBeGreaterThanOrEqual(1);
    expect(quiet).toBeGreaterThanOrEqual(1);
  });
});

it('there is no pack without a document', () => {
  expect(readdirSync(packsFolder).sort()).toEqual(packs.map(([pack]) => pack).sort());
});
