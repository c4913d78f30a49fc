import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import type { AxeResults } from 'axe-core';
import { startGateway } from './support/gateway.ts';
import { serveManyMetrics } from './support/manyMetrics.ts';
import { expectReadyPanels } from './support/panels.ts';
import { workOf } from './support/tasks.ts';
import { drawn, expect, test } from './support/test.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

test('a board of 1,000 metrics is less than a second of work, and asks for what is in view only', async ({ page }) => {
  const prometheus = await serveManyMetrics(1000);
  const gateway = await startGateway('many-metrics', { PROMETHEUS_URL: prometheus.url });
  try {
    // The app and the server's code are warm, as they are for a viewer who comes from another page.
    await page.goto(`${gateway.url}/auto/nothing`);
    await expect(page.getByRole('link', { name: 'big', exact: true })).toBeVisible();
    const before = prometheus.asked.length;
    const started = Date.now();
    const { total } = await workOf(page, async () => {
      await page.getByRole('link', { name: 'big', exact: true }).click();
      await expect(page.getByText(/^Made from metadata: 1,00\d metrics\./)).toBeVisible();
      await drawn(page);
    });
    const took = Date.now() - started;
    const asked = prometheus.asked.slice(before);
    console.log(`opened in ${took} ms, ${total.toFixed(0)} ms of work, with ${asked.length} questions`);
    // Of the second the servers have the rest.
    expect(total).toBeLessThan(800);
    expect(asked.length).toBeLessThan(60);
    expect(asked.filter((one) => one.includes('/series'))).toEqual([]);
    expect(await page.locator('[data-panel-id]').count()).toBeLessThan(100);
    const closed = page.getByRole('button', { name: /^sub9_part0.*panels$/ }).first();
    await closed.click();
    await closed.scrollIntoViewIfNeeded();
    await drawn(page);
    await page.getByRole('searchbox', { name: 'Filter by metric name' }).fill('sub7 level3_');
    await expect(page.getByRole('heading', { name: /^sub7_part0_level3_bytes/ })).toBeVisible();
    await drawn(page);
  } finally {
    // A page that is still there complains of a gateway that is not.
    await page.close();
    await gateway.stop();
    await prometheus.stop();
  }
});

test('every panel of a job of the real server has its data, and the board can be kept', async ({ page }) => {
  await page.goto('/auto/node');
  await drawn(page);
  await page.getByRole('searchbox', { name: 'Filter by metric name' }).fill('node_memory_mem');
  await expect(page.getByRole('heading', { name: /^node_memory_MemTotal_bytes/ })).toBeVisible();
  await expectReadyPanels(page);
  await page.getByRole('button', { name: 'Save as YAML' }).click();
  const dialog = page.getByRole('dialog', { name: 'Keep this board' });
  await expect(dialog.getByText('expr: sum(node_memory_MemTotal_bytes{job="node"')).toBeVisible();
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Download' }).click();
  expect((await download).suggestedFilename()).toBe('node.yaml');
});

test('a kept board is a dashboard of a pack', async ({ page }) => {
  const packs = resolve(import.meta.dirname, '../.lab/e2e/kept-packs');
  rmSync(packs, { recursive: true, force: true });
  mkdirSync(join(packs, 'mine'), { recursive: true });
  const gateway = await startGateway('kept', { MIRANTE_PACKS: packs });
  try {
    await page.goto(`${gateway.url}/auto/consul`);
    await drawn(page);
    await page.getByRole('button', { name: 'Save as YAML' }).click();
    const text = await page.getByRole('dialog').locator('pre').innerText();
    writeFileSync(join(packs, 'mine/pack.yaml'), 'title: Mine\n');
    writeFileSync(join(packs, 'mine/kept.yaml'), text);
    await page.goto(`${gateway.url}/d/mine/kept`);
    await drawn(page);
    await expect(page.getByRole('heading', { name: /consul/, level: 1 })).toBeVisible();
    await expectReadyPanels(page);
  } finally {
    // A page that is still there complains of a gateway that is not.
    await page.close();
    await gateway.stop();
  }
});

test('by keyboard alone a row is opened, a panel found, and the board reached from the targets', async ({ page }) => {
  await page.goto('/targets?match=job%3D%22node%22');
  const way = page.getByRole('link', { name: 'Board of node', exact: true });
  await way.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'node', level: 1 })).toBeVisible();
  await drawn(page);
  const row = page.getByRole('button', { name: /^process/ });
  await row.focus();
  await page.keyboard.press('Enter');
  await expect(row).toHaveAttribute('aria-expanded', 'true');
  await page.reload();
  await drawn(page);
  await expect(row).toHaveAttribute('aria-expanded', 'true');
});

for (const theme of ['light', 'dark'] as const) {
  for (const [width, lang] of [
    [390, 'pt-BR'],
    [1440, 'en'],
  ] as const) {
    test(`axe finds nothing on a board of a job, ${theme}, ${width} px, ${lang}`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      for (const path of ['/auto/node', '/auto/nowhere']) {
        await page.goto(`${path}?theme=${theme}&lang=${lang}`);
        if (path === '/auto/node') await drawn(page);
        else await expect(page.getByRole('link', { name: 'node', exact: true })).toBeVisible();
        const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(wider).toBeLessThanOrEqual(0);
        await page.evaluate(axeSource);
        const { violations } = await page.evaluate<AxeResults>(`axe.run(document, {resultTypes: ['violations']})`);
        expect(
          violations.map(({ id, nodes }) => `${id} at ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`),
        ).toEqual([]);
      }
    });
  }
}
