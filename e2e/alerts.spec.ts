import { execFile } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { startAlertmanager } from '../scripts/lab/alertmanager.ts';
import { startPrometheus } from '../scripts/lab/prometheus.ts';
import { startGateway } from './support/gateway.ts';
import { serve } from './support/pages.ts';
import { expect, test } from './support/test.ts';

const folder = resolve(import.meta.dirname, '../.lab/e2e/alerts');

const run = promisify(execFile);

/** A real Prometheus with one rule, and a real Alertmanager that it tells; `heat` is what it measures. */
async function startServers() {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const oven = { heat: 20 };
  const exporter = await serve((_, response) => response.end(`heat ${oven.heat}\n`));
  const alertmanager = await startAlertmanager(
    join(folder, 'alertmanager'),
    'route: { receiver: nobody }\nreceivers: [{ name: nobody }]\n',
  );
  const rules =
    '{groups: [{name: oven, interval: 1s, rules: [{alert: Hot, expr: heat > 80, for: 6s, labels: {severity: critical}}]}]}';
  writeFileSync(join(folder, 'rules.yml'), rules);
  const config = {
    global: { scrape_interval: '1s', evaluation_interval: '1s', external_labels: { cluster: 'kitchen' } },
    rule_files: [join(folder, 'rules.yml')],
    alerting: { alertmanagers: [{ static_configs: [{ targets: [alertmanager.address] }] }] },
    scrape_configs: [{ job_name: 'oven', static_configs: [{ targets: [new URL(exporter.url).host] }] }],
  };
  writeFileSync(join(folder, 'prometheus.yml'), JSON.stringify(config));
  const prometheus = await startPrometheus({
    folder,
    storage: join(folder, 'data'),
    configFile: join(folder, 'prometheus.yml'),
  });
  const gateway = await startGateway('alerts', {
    PROMETHEUS_URL: prometheus.url,
    ALERTMANAGER_URL: `http://${alertmanager.address}`,
    MIRANTE_ROLE: 'operator',
  });
  const amtool = async (...args: string[]) =>
    (await run('amtool', [`--alertmanager.url=http://${alertmanager.address}`, ...args])).stdout;
  const stop = async () => {
    for (const each of [gateway, prometheus, alertmanager, exporter]) await each.stop();
  };
  return { url: gateway.url, oven, amtool, stop };
}

test('an alert comes, is silenced here and by amtool, and goes', async ({ page }) => {
  test.setTimeout(120_000);
  const { url, oven, amtool, stop } = await startServers();
  try {
    await page.goto(`${url}/alerts?refresh=1s`);
    await expect(page.getByRole('button', { name: '1 rule not active' })).toBeVisible();
    oven.heat = 90;
    await expect(page.getByText(/critical, pending/)).toBeVisible();
    await expect(page.getByText(/fires in/)).toBeVisible();
    await expect(page.getByText(/critical, firing/)).toBeVisible({ timeout: 20_000 });
    await expect(page).toHaveTitle(/^◆1 /);

    await page.getByRole('button', { name: /Hot/ }).click();
    await expect(page.getByText('receivers: nobody')).toBeVisible();
    await page.getByRole('button', { name: 'Acknowledge' }).click();
    const dialog = page.getByRole('dialog', { name: 'Acknowledge' });
    await dialog.getByLabel('Your name, remembered in this browser').fill('ana');
    await expect(dialog.getByText('Silences 1 alert now.')).toBeVisible();
    await dialog.getByRole('button', { name: 'Acknowledge' }).click();
    await expect(page.getByText('acknowledged by ana')).toBeVisible();
    expect(await amtool('silence', 'query')).toContain('ACK! being looked at');

    await page.getByRole('radio', { name: 'Silences' }).check({ force: true });
    await page.getByRole('button', { name: /^End: / }).click();
    await page.getByRole('button', { name: 'End it now' }).click();
    await expect(page.getByText('Nothing is silenced.')).toBeVisible();
    expect(await amtool('silence', 'query')).not.toContain('ACK!');

    await amtool('silence', 'add', '--author=bia', '--comment=baking', '--duration=1h', 'alertname=Hot');
    await expect(page.getByText('baking')).toBeVisible();
    await expect(page.getByRole('link', { name: 'matches 1 alert now' })).toBeVisible();
    await page.getByRole('radio', { name: 'Alerts' }).check({ force: true });
    await expect(page.getByText('silenced', { exact: true })).toBeVisible();

    oven.heat = 20;
    await expect(page.getByRole('button', { name: '1 rule not active' })).toBeVisible();
  } finally {
    await stop();
  }
});
