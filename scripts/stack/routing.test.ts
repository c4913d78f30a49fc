import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { shippedAlertmanagerConfig } from '../lab/lab.ts';
import { runProgram } from './programs.ts';

const derived = resolve(import.meta.dirname, '../../.lab/stack/alertmanager/alertmanager.yml');

function receiversOf(...labels: string[]): string {
  const test = ['config', 'routes', 'test', `--config.file=${shippedAlertmanagerConfig}`, ...labels];
  const { status, output } = runProgram('amtool', test);
  expect(status, output).toBe(0);
  // Above it stands a warning that nothing is asked of a running Alertmanager.
  return output.split('\n').find((line) => line !== '' && !line.startsWith('Warning')) ?? '';
}

describe('amtool', () => {
  it.each([
    ['shipped', shippedAlertmanagerConfig],
    ["the lab's", derived],
  ])('finds the configuration good: %s', (_, file) => {
    const { status, output } = runProgram('amtool', ['check-config', file]);
    expect(status, output).toBe(0);
    expect(output).toContain('3 receivers');
    expect(output).toContain('1 inhibit rules');
  });

  it.each([
    [['severity=critical', 'alertname=ServiceDown', 'system=gt-vision'], 'critical,default'],
    [['severity=warning', 'alertname=HighCPU', 'system=mordomo'], 'warning'],
    [['severity=info'], 'default'],
    [['alertname=NoSeverity'], 'default'],
  ])('leads %j to %s', (labels, receivers) => {
    expect(receiversOf(...labels)).toBe(receivers);
  });
});

it('no deprecated matcher is left', () => {
  expect(readFileSync(shippedAlertmanagerConfig, 'utf8')).not.toMatch(
    /^\s*(- )?(match|match_re|source_match|target_match):/m,
  );
});
