import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { programPath } from '../ensure.ts';
import { shippedConfig } from '../lab/lab.ts';

const packs = resolve(import.meta.dirname, '../../packs');

/** The YAML files in a folder of each pack. */
function packFiles(...folder: string[]): string[] {
  return readdirSync(packs).flatMap((pack) => {
    const path = join(packs, pack, ...folder);
    return readdirSync(path)
      .filter((name) => name.endsWith('.yml'))
      .map((name) => join(path, name));
  });
}

function promtool(args: readonly string[], options: { readonly cwd?: string; readonly input?: string } = {}) {
  const { status, stdout, stderr } = spawnSync(programPath('promtool'), args, { ...options, encoding: 'utf8' });
  return { status, output: stdout + stderr };
}

const rules = packFiles('rules');
const ruleTests = packFiles('rules', 'tests');

describe('promtool', () => {
  it('finds the shipped configuration good', () => {
    const { status, output } = promtool(['check', 'config', shippedConfig]);
    expect(status, output).toBe(0);
    for (const file of rules) expect(output).toContain(file.slice(packs.length));
  });

  it("finds the lab's configuration good", () => {
    const { status, output } = promtool(['check', 'config', inject('configFile')]);
    expect(status, output).toBe(0);
  });

  it.each(rules)('finds the rules of %s good', (file) => {
    const { status, output } = promtool(['check', 'rules', '--lint-fatal', file]);
    expect(status, output).toBe(0);
  });

  it.each(ruleTests)('sees the rule tests of %s pass', (file) => {
    const { status, output } = promtool(['test', 'rules', file], { cwd: dirname(file) });
    expect(status, output).toBe(0);
  });

  it('has rules and their tests to check', () => {
    expect(rules.length).toBeGreaterThanOrEqual(3);
    expect(ruleTests.length).toBeGreaterThanOrEqual(3);
  });

  const simulated = Object.entries(inject('addresses')).filter(([job]) => job !== 'node');
  it.each(simulated)('reads what %s exposes', async (job, address) => {
    const path = job === 'minio' ? '/minio/v2/metrics/cluster' : '/metrics';
    const response = await fetch(`http://${address}${path}`);
    expect(response.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    const { status, output } = promtool(['check', 'metrics'], { input: await response.text() });
    // 3: it can be read, and some names are not to promtool's taste. They are the real exporters'.
    expect([0, 3], output).toContain(status);
  });
});
