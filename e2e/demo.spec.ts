import { resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { type Gateway, startGateway } from './support/gateway.ts';
import type { PageServer } from './support/pages.ts';
import { expectReadyPanels } from './support/panels.ts';
import { servePlain } from './support/plainServer.ts';
import { drawn, expect, test } from './support/test.ts';

const hour = 3_600_000;

/** Six hours that end between two incidents of the simulated systems, so that the hour of the test does not matter. */
function calmHours(): string {
  const end = Math.floor(Date.now() / (6 * hour)) * 6 * hour - 6 * hour + 50 * 60_000;
  return `from=${end - 6 * hour}&to=${end}`;
}

/** Puts the page and its workers back to the last minute 28 of a cycle, when several alerts of the simulated systems fire. */
async function amidIncidents(page: Page): Promise<void> {
  const cycle = 6 * hour;
  const shift = -((Date.now() - 28 * 60_000) % cycle);
  await page.addInitScript((ms) => {
    const real = Date.now;
    Date.now = () => real() + ms;
    const Original = Worker;
    window.Worker = class extends Original {
      constructor(url: string | URL, options?: WorkerOptions) {
        const code = `import ${JSON.stringify(new URL(url, location.href))};
          const real = Date.now; Date.now = () => real() + ${ms};`;
        super(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })), options);
      }
    };
  }, shift);
}

async function expectMark(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Simulated data' }).click();
  await expect(page.getByText('PROMETHEUS_URL=http').first()).toBeVisible();
}

async function expectOverview(page: Page): Promise<void> {
  await expect(page.getByRole('region', { name: 'GT-Vision' }).getByText(/\d+ of \d+ targets up/)).toBeVisible();
}

test.describe('the gateway with nothing set', () => {
  let gateway: Gateway;
  test.beforeAll(async () => {
    gateway = await startGateway('simulated', {});
  });
  test.afterAll(() => gateway.stop());

  test('the overview draws simulated data, says so, and says how to connect', async ({ page }) => {
    await page.goto(gateway.url);
    await expectOverview(page);
    await expectMark(page);
  });

  test('a board is live', async ({ page }) => {
    await page.goto(`${gateway.url}/d/gt-vision/application`);
    await drawn(page);
    await expect(page.locator('[data-panel-id="request-rate"]')).toHaveAttribute('data-freshness', 'live');
    await expect(page.locator('[data-panel-id="request-rate"] canvas').first()).toBeVisible();
  });

  test('over a day alerts are inactive, pending and firing', async ({ request }) => {
    const api = `${gateway.url}/api/ds/demo/api/v1`;
    const end = Date.now() / 1000;
    const params = { query: 'count by (alertstate) (ALERTS)', start: end - 86_400, end, step: 60 };
    const { data } = await (await request.get(`${api}/query_range`, { params })).json();
    const states = data.result.map(({ metric }: { metric: { alertstate: string } }) => metric.alertstate);
    expect(states.sort()).toEqual(['firing', 'pending']);
    const rules = await (await request.get(`${api}/rules`)).json();
    expect(JSON.stringify(rules)).toContain('"state":"inactive"');
  });
});

test.describe('the demo on a plain web server', () => {
  let server: PageServer;
  test.beforeAll(async () => {
    server = await servePlain(resolve(import.meta.dirname, '../dist/demo'));
  });
  test.afterAll(() => server.stop());

  test('the overview draws, says that the data is simulated, and queries are evaluated off the page', async ({
    page,
  }) => {
    await page.goto(server.url);
    await expectOverview(page);
    await expectMark(page);
    expect(page.workers().map((worker) => worker.url())).toEqual([expect.stringContaining('/assets/browserWorker')]);
  });

  test('a board draws, and its address can be opened again', async ({ page }) => {
    await page.goto(server.url);
    await page.getByRole('link', { name: 'Business' }).first().click();
    await expect(page).toHaveURL(/\/d\/gt-vision\/business$/);
    await page.goto(`${page.url()}?${calmHours()}`);
    await drawn(page);
    await expectReadyPanels(page);
    const address = page.url();
    await page.reload();
    await drawn(page);
    await expectReadyPanels(page);
    expect(page.url()).toBe(address);
  });

  test('the wall and embedded panels have addresses too', async ({ page }) => {
    for (const address of [
      '/kiosk/gt-vision',
      '/embed/gt-vision/business',
      '/embed/gt-vision/business/active-streams',
    ]) {
      await page.goto(`${server.url}${address}`);
      await drawn(page);
      await expect(page.getByText('Simulated data').first()).toBeVisible();
    }
  });

  test('an alert is acknowledged, and the silence ended again', async ({ page }) => {
    await amidIncidents(page);
    await page.goto(`${server.url}/alerts?state=firing`);
    await page.locator('main article button[aria-expanded]').first().click();
    await page.getByRole('button', { name: 'Acknowledge' }).first().click();
    const dialog = page.getByRole('dialog', { name: 'Acknowledge' });
    await dialog.getByLabel('Your name, remembered in this browser').fill('ana');
    await expect(dialog.getByText('Silences 1 alert now.')).toBeVisible();
    await dialog.getByRole('button', { name: 'Acknowledge' }).click();
    await expect(dialog).toBeHidden();
    await page.getByRole('radio', { name: 'Silences' }).check({ force: true });
    await expect(page.getByText('acknowledgement', { exact: true })).toBeVisible();
    await page.getByRole('button', { name: /^End: / }).click();
    await page.getByRole('button', { name: 'End it now' }).click();
    await expect(page.getByText('Nothing is silenced.')).toBeVisible();
  });

  test('a browser without service workers is told what is missing', async ({ page }) => {
    // As in pages that come over plain http from another machine.
    await page.addInitScript('delete Navigator.prototype.serviceWorker');
    await page.goto(server.url);
    await expect(page.getByRole('alert')).toContainText('https://');
  });
});
