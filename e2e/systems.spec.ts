import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from '@playwright/test';
import * as v from 'valibot';
import { packIndexSchema } from '../src/model/pack.ts';
import { type Gateway, startGateway } from './support/gateway.ts';
import { expectReadyPanels } from './support/panels.ts';
import { drawn, expect, servers, test } from './support/test.ts';

const hour = 3_600_000;
const indexFile = resolve(import.meta.dirname, '../dist/app/packs/index.json');
const { packs } = v.parse(packIndexSchema, JSON.parse(readFileSync(indexFile, 'utf8')));
const boards = packs.flatMap(({ id, dashboards }) => dashboards.map((dashboard) => `${id}/${dashboard.id}`));

/** Panels that have nothing to show on healthy systems, by board, with the reason. */
const expectedEmpty: Readonly<Record<string, ReadonlyMap<string, string>>> = {};

/** Six hours that end between two incidents of the simulated systems, so that the hour of the test does not matter. */
function calmHours(): string {
  const end = Math.floor(Date.now() / (6 * hour)) * 6 * hour - 6 * hour + 5 * 60_000;
  return `from=${end - 6 * hour}&to=${end}`;
}

async function expectBoard(page: Page, address: string, board: string): Promise<void> {
  await page.goto(address);
  await drawn(page);
  await expectReadyPanels(page, expectedEmpty[board]);
}

async function expectSystems(page: Page, address: string): Promise<void> {
  await page.goto(address);
  for (const { title } of packs) {
    await expect(
      page.getByRole('region', { name: title.en, exact: true }).getByText(/\d+ of \d+ targets up/),
    ).toBeVisible();
  }
}

test.describe('over a real Prometheus', () => {
  test('the overview finds every system', async ({ page }) => {
    await expectSystems(page, '/');
  });

  for (const board of boards) {
    test(`${board} has data in every panel`, async ({ page }) => {
      await expectBoard(page, `${servers.mirante()}/d/${board}`, board);
    });
  }
});

test.describe('over the embedded one', () => {
  let gateway: Gateway;
  test.beforeAll(async () => {
    gateway = await startGateway('systems', {});
  });
  test.afterAll(() => gateway.stop());

  test('the overview finds every system', async ({ page }) => {
    await expectSystems(page, gateway.url);
  });

  for (const board of boards) {
    test(`${board} has data in every panel`, async ({ page }) => {
      await expectBoard(page, `${gateway.url}/d/${board}?${calmHours()}`, board);
    });
  }
});
