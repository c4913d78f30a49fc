import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { drawn, expect, test } from './support/test.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

test('a query is written and run by keyboard alone, and the address shares it', async ({ page }) => {
  await page.goto('/explore');
  const editor = page.getByRole('textbox', { name: 'Query 1', exact: true });
  await editor.click();
  await page.keyboard.type('sum by (job) (up');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/\d+ series · [\d,]+ samples read · .* on the server/)).toBeVisible();
  await drawn(page);
  expect(new URL(page.url()).searchParams.getAll('expr')).toEqual(['sum by (job) (up)']);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('textbox', { name: 'Query 1: Legend' })).toBeFocused();
});

test('metrics are offered while typing, and found in the browser', async ({ page }) => {
  await page.goto('/explore');
  const count = page.getByText(/^\d+ metrics$/);
  await expect(count).toBeVisible();
  await page.getByRole('textbox', { name: 'Query 1', exact: true }).click();
  await page.keyboard.type('gtvision_cam');
  await expect(page.getByRole('option', { name: /gtvision_cameras_online/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('searchbox', { name: 'Search by name, type, help or unit' }).fill('cameras online');
  await expect(page.getByRole('button', { name: 'gtvision_cameras_online', exact: true })).toBeVisible();
});

test('a metric that is picked goes to the query that was last written, or to the first', async ({ page }) => {
  await page.goto('/explore');
  const written = (number: number) => page.getByRole('textbox', { name: `Query ${number}`, exact: true });
  await page.getByRole('searchbox', { name: 'Search by name, type, help or unit' }).fill('cameras online');
  const metric = page.getByRole('button', { name: 'gtvision_cameras_online', exact: true });
  await metric.click();
  await expect(written(1)).toHaveText('gtvision_cameras_online');
  await page.getByRole('button', { name: 'Add a query' }).click();
  await written(2).click();
  await metric.click();
  await expect(written(2)).toHaveText('gtvision_cameras_online');
  await page.getByRole('button', { name: /Query 2/ }).click();
  await page.getByRole('menuitem', { name: 'Remove' }).click();
  await expect(written(2)).toHaveCount(0);
  await written(1).press('Control+a');
  await page.keyboard.press('Delete');
  await metric.click();
  await expect(written(1)).toHaveText('gtvision_cameras_online');
});

test('what is written survives a reload, beside what was run', async ({ page }) => {
  await page.goto('/explore?expr=up');
  await drawn(page);
  await page.getByRole('textbox', { name: 'Query 1', exact: true }).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' == 0');
  await page.reload();
  await drawn(page);
  await expect(page.getByRole('textbox', { name: 'Query 1', exact: true })).toHaveText('up == 0');
  expect(new URL(page.url()).searchParams.getAll('expr')).toEqual(['up']);
});

test('a panel is explored from its menu', async ({ page }) => {
  await page.goto('/d/gt-vision/business');
  await drawn(page);
  const panel = page.locator('[data-panel-kind="timeseries"]').first();
  await panel.hover();
  await panel.getByRole('button', { name: /^Menu of/ }).click();
  await page.getByRole('menuitem', { name: 'Explore' }).click();
  await expect(page.getByRole('heading', { name: 'Explore', level: 1 })).toBeVisible();
  await drawn(page);
  const params = new URL(page.url()).searchParams;
  expect(params.getAll('expr').join()).not.toContain('$');
  expect(params.get('from')).not.toBeNull();
});

for (const theme of ['light', 'dark'] as const) {
  for (const width of [390, 1440]) {
    test(`axe finds nothing on Explore, ${theme}, ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(`/explore?expr=sum%20by%20(job)%20(rate(up%5B10s%5D))&expr=up&mode=&mode=instant&theme=${theme}`);
      await drawn(page);
      await page.getByRole('button', { name: 'Metrics' }).click();
      await page.getByRole('button', { name: 'More of Query 1' }).click();
      await page.getByRole('menuitem', { name: 'Show the tree' }).click();
      await expect(page.getByRole('list', { name: 'The query as a tree' })).toBeVisible();
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(
        0,
      );
      await page.evaluate(axeSource);
      const { violations } = await page.evaluate<AxeResults>(`axe.run(document, {resultTypes: ['violations']})`);
      expect(
        violations.map(({ id, nodes }) => `${id} at ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`),
      ).toEqual([]);
    });
  }
}
