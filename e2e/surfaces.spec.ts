import { drawn, expect, servers, test } from './support/test.ts';

test('the wall shows one board after the other, each on one screen', async ({ page }) => {
  await page.goto('/kiosk/gt-vision?every=5s');
  await drawn(page);
  const heading = page.getByRole('heading', { level: 1 });
  const first = await heading.innerText();
  const fits = () =>
    page.evaluate(
      () =>
        document.documentElement.scrollHeight <= window.innerHeight &&
        [...document.querySelectorAll('[data-panel-id]')].every(
          (panel) => panel.getBoundingClientRect().bottom <= window.innerHeight,
        ),
    );
  expect(await fits()).toBe(true);
  await expect(heading).not.toHaveText(first, { timeout: 20_000 });
  await drawn(page);
  expect(await fits()).toBe(true);
});

test('an embedded panel lives in a page of another origin', async ({ page }) => {
  const panel = `${servers.mirante()}/embed/gt-vision/business/active-streams?theme=dark`;
  await page.goto(`${servers.host()}/?frame=${encodeURIComponent(panel)}`);
  const frame = page.frameLocator('iframe');
  await expect(frame.locator('[data-panel-id="active-streams"]')).toHaveAttribute('data-state', 'ready');
  await expect(frame.locator('[data-panel-id]')).toHaveCount(1);
  await expect(frame.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(frame.locator('nav')).toHaveCount(0);
});

test('an embedded board has its panels and none of the chrome', async ({ page }) => {
  const board = `${servers.mirante()}/embed/gt-vision/business`;
  await page.goto(`${servers.host()}/?frame=${encodeURIComponent(board)}`);
  const frame = page.frameLocator('iframe');
  await expect(frame.locator('[data-panel-id="active-streams"]')).toHaveAttribute('data-state', 'ready');
  await expect(frame.locator('nav')).toHaveCount(0);
});

test('a site that was not named may not frame Mirante', async ({ page, complaints }) => {
  complaints.allow(/frame-ancestors|Refused to frame|violates the following Content Security Policy/);
  const stranger = servers.host().replace('127.0.0.1', 'localhost');
  const panel = `${servers.mirante()}/embed/gt-vision/business/active-streams`;
  await page.goto(`${stranger}/?frame=${encodeURIComponent(panel)}`);
  await expect(page.frameLocator('iframe').locator('[data-panel-id]')).toHaveCount(0);
});

test('a Grafana frame follows range, theme and refresh', async ({ page }) => {
  await page.goto('/d/gt-vision/business?from=now-3h&theme=dark&refresh=1m');
  await drawn(page);
  await page.getByRole('button', { name: /Deep dive/ }).click();
  const panel = page.locator('[data-panel-id="grafana-lpr"]');
  await panel.scrollIntoViewIfNeeded();
  const address = panel.frameLocator('iframe').locator('#address');
  await expect(address).toContainText('/d-solo/gt-vision-business');
  for (const part of ['panelId=3', 'from=now-3h', 'to=now', 'theme=dark', 'refresh=1m']) {
    await expect(address).toContainText(part);
  }
});
