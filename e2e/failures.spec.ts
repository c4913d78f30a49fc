import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../scripts/process.ts';
import { startGateway } from './support/gateway.ts';
import { lockedServer, serve, someWebsite } from './support/pages.ts';
import { drawn, expect, servers, test } from './support/test.ts';

const failedRequests = /Failed to load resource/;

test('Prometheus stops under a drawn board: charts stay, heads say what failed, and all heals with its return', async ({
  page,
  complaints,
}) => {
  complaints.allow(failedRequests);
  await page.goto('/d/gt-vision/application?refresh=5s');
  await drawn(page);
  const rate = page.locator('[data-panel-id="request-rate"]');
  const connections = page.locator('[data-panel-id="active-connections"]');
  try {
    await servers.control('stop');
    for (const panel of [rate, connections]) {
      await expect(panel.getByText('Prometheus cannot be reached').first()).toBeVisible({ timeout: 30_000 });
      await expect(panel).toHaveAttribute('data-state', 'ready');
    }
    await expect(rate.locator('canvas').first()).toBeVisible();
    await expect(connections.getByText(/\d/).first()).toBeVisible();
  } finally {
    await servers.control('start');
  }
  // One refresh, and what a request takes.
  for (const panel of [rate, connections]) {
    await expect(panel.getByText('Prometheus cannot be reached')).toHaveCount(0, { timeout: 7_000 });
  }
  await expect(rate).toHaveAttribute('data-freshness', 'live');
});

test('a board with much to ask asks in a thread, and fails and heals there as elsewhere', async ({
  page,
  complaints,
}) => {
  complaints.allow(failedRequests);
  await page.goto('/d/gt-vision/application?refresh=off');
  await drawn(page);
  await expect.poll(() => page.workers().length).toBe(1);
  const panel = page.locator('[data-panel-id="request-rate"]');
  await page.route('**/api/v1/query_range', (route) => route.fulfill({ status: 503, body: 'no' }));
  const asked = page.waitForRequest('**/api/v1/query_range');
  await page.keyboard.press('r');
  await asked;
  await expect(panel.getByText('Prometheus is not ready yet').first()).toBeVisible();
  await expect(panel).toHaveAttribute('data-state', 'ready');
  await page.unroute('**/api/v1/query_range');
  await page.keyboard.press('r');
  await expect(panel.getByText('Prometheus is not ready yet')).toHaveCount(0);
});

const wrongAddresses = [
  { name: 'one that answers HTML', start: () => serve(someWebsite), says: 'This is not a Prometheus' },
  {
    name: 'one that needs a password',
    start: () => serve(lockedServer),
    says: 'Prometheus asks for a password or token',
  },
  {
    name: 'an unreachable one',
    start: async () => ({ url: `http://127.0.0.1:${await freePort()}`, stop: async () => {} }),
    says: 'Prometheus cannot be reached',
  },
  {
    name: 'one that answers JSON of something else',
    start: () =>
      serve((_request, response) => {
        response.setHeader('content-type', 'application/json').end('{"hello":"world"}');
      }),
    says: 'The answer cannot be read',
  },
];

for (const { name, start, says } of wrongAddresses) {
  test(`given the address of ${name}, the pages say exactly that and what to do`, async ({ page, complaints }) => {
    complaints.allow(failedRequests);
    const upstream = await start();
    const gateway = await startGateway('wrong-address', { PROMETHEUS_URL: upstream.url });
    try {
      await page.goto(gateway.url);
      await expect(page.getByText(says).first()).toBeVisible();
      await expect(page.getByText(/PROMETHEUS_URL|address|credentials|compatible/).first()).toBeVisible();
      await page.goto(`${gateway.url}/d/gt-vision/business`);
      await expect(page.locator('[data-panel-id="active-streams"]').getByText(says).first()).toBeVisible();
    } finally {
      await gateway.stop();
      await upstream.stop();
    }
  });
}

test('with a configuration that lists no data source, the first page says what to set', async ({ page }) => {
  const file = join(mkdtempSync(join(tmpdir(), 'mirante-e2e-')), 'config.yaml');
  writeFileSync(file, 'dataSources: []\n');
  const gateway = await startGateway('no-source', { MIRANTE_CONFIG: file });
  try {
    await page.goto(gateway.url);
    await expect(page.getByText('PROMETHEUS_URL').first()).toBeVisible();
    await expect(page.getByText('Simulated data')).toHaveCount(0);
  } finally {
    // A page that is still there complains of a gateway that is not.
    await page.close();
    await gateway.stop();
  }
});

test('an address of nothing offers what there is', async ({ page, complaints }) => {
  complaints.allow(failedRequests);
  await page.goto('/d/gt-vision/nothing');
  await expect(page.getByRole('link', { name: 'Business' }).first()).toBeVisible();
});
