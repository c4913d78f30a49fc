import { drawn, expect, servers, test } from './support/test.ts';

test('the overview finds GT-Vision and leads to its boards', async ({ page }) => {
  await page.goto('/');
  const system = page.getByRole('region', { name: 'GT-Vision' });
  await expect(system.getByText(/\d+ of \d+/).first()).toBeVisible();
  await system.getByRole('link', { name: 'Business' }).click();
  await expect(page).toHaveURL(/\/d\/gt-vision\/business$/);
  await drawn(page);
});

test('dragging over a chart zooms every panel, and the back button undoes it', async ({ page }) => {
  await page.goto('/d/gt-vision/application');
  await drawn(page);
  // What answers to the pointer comes after the first drawing.
  const plot = page.locator('[data-panel-id="request-rate"]').getByRole('slider');
  await expect(plot).toBeVisible();
  await plot.scrollIntoViewIfNeeded();
  const box = await plot.boundingBox();
  if (box === null) throw new Error('the chart has no box');
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width * 0.4, y);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.7, y, { steps: 5 });
  await page.mouse.up();
  await expect(page).toHaveURL(/from=\d{13}&to=\d{13}/);
  await drawn(page);
  await expect(page.locator('[data-panel-id="request-rate"]')).toHaveAttribute('data-freshness', 'still');
  await page.goBack();
  await expect(page).toHaveURL(/\/application$/);
  await expect(page.locator('[data-panel-id="request-rate"]')).toHaveAttribute('data-freshness', 'live');
});

test('a variable narrows the board, and the URL says so', async ({ page }) => {
  await page.goto('/d/gt-vision/application');
  await drawn(page);
  const rate = page.locator('[data-panel-id="request-rate"]');
  await expect(rate.getByText('streaming').first()).toBeVisible();
  await page.getByRole('button', { name: 'service All' }).click();
  await page.getByRole('option', { name: 'backend' }).click();
  await page.getByRole('button', { name: 'Apply' }).click();
  await expect(page).toHaveURL(/var-job=backend/);
  await expect(rate.getByText('backend').first()).toBeVisible();
  await expect(rate.getByText('streaming')).toHaveCount(0);
});

test('a shared address shows the same in a second page', async ({ page, context }) => {
  const now = Date.now();
  const address = `/d/gt-vision/application?from=${now - 5_400_000}&to=${now - 1_800_000}&var-job=backend&theme=dark`;
  await page.goto(address);
  await drawn(page);
  const other = await context.newPage();
  await other.goto(page.url());
  await drawn(other);
  const legendOf = (target: typeof page) => target.locator('[data-panel-id="request-rate"]').innerText();
  await expect.poll(() => legendOf(other)).toBe(await legendOf(page));
  await expect(other.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(other.locator('[data-panel-id="request-rate"] canvas').first()).toBeVisible();
});

test('a panel alone, and back', async ({ page }) => {
  await page.goto('/d/gt-vision/business?panel=cameras-status');
  await drawn(page);
  await expect(page.locator('[data-panel-id]')).toHaveCount(1);
  await page.getByRole('link', { name: 'All panels' }).click();
  await expect(page.locator('[data-panel-id]').nth(5)).toBeAttached();
});

test('every number of a panel can be had: inspect, as a table, raw', async ({ page }) => {
  await page.goto('/d/gt-vision/business');
  await drawn(page);
  const panel = page.locator('[data-panel-id="active-streams"]');
  await panel.hover();
  await panel.getByRole('button', { name: 'Menu of Active Streams' }).click();
  await page.getByRole('menuitem', { name: 'Inspect' }).click();
  const dialog = page.getByRole('dialog', { name: 'Inspect Active Streams' });
  await expect(dialog.getByText('gtvision_active_streams').first()).toBeVisible();
  await dialog.getByRole('button', { name: 'Ask the server' }).first().click();
  await expect(dialog.getByText('"resultType": "matrix"').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
});

test('Open in Grafana leads to the same panel with the same range', async ({ page }) => {
  await page.goto('/d/gt-vision/business?from=now-3h');
  await drawn(page);
  const panel = page.locator('[data-panel-id="active-streams"]');
  await panel.hover();
  await panel.getByRole('button', { name: 'Menu of Active Streams' }).click();
  const href = await page.getByRole('menuitem', { name: 'Open in Grafana' }).getAttribute('href');
  expect(href).toMatch(new RegExp(`^${servers.grafana()}/d/gt-vision-business\\b.*from=now-3h`));
  expect(href).toContain('viewPanel=1');
});

test('a panel is saved as a picture and as a table', async ({ page }) => {
  await page.goto('/d/gt-vision/business');
  await drawn(page);
  const panel = page.locator('[data-panel-id="lpr-events-hour"]');
  for (const [item, name] of [
    ['Save as PNG', 'lpr-events-hour.png'],
    ['Save as CSV', 'lpr-events-hour.csv'],
  ] as const) {
    await panel.hover();
    await panel.getByRole('button', { name: 'Menu of LPR Events/Hour' }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: item }).click();
    expect((await download).suggestedFilename()).toBe(name);
  }
});
