import type { Page } from '@playwright/test';
import { type Gateway, startGateway } from './support/gateway.ts';
import { type PageServer, serve } from './support/pages.ts';
import { drawn, expect, test } from './support/test.ts';

let gateway: Gateway;
test.beforeAll(async () => {
  gateway = await startGateway('palette', {});
});
test.afterAll(() => gateway.stop());

const find = (page: Page) => page.getByRole('combobox', { name: 'Search and commands' });

/** Opens the palette by its key and types; gives its list. */
async function open(page: Page, text: string) {
  await page.keyboard.press('Control+k');
  await expect(find(page)).toBeFocused();
  await page.keyboard.type(text);
  return page.getByRole('listbox', { name: 'Search and commands' });
}

test('goes everywhere by keyboard alone, and comes back to where the focus was', async ({ page }) => {
  await page.goto(`${gateway.url}/`);
  await expect(page.getByRole('region', { name: 'GT-Vision' })).toBeVisible();
  const skip = page.getByRole('link', { name: 'Skip to the content' });
  await page.keyboard.press('Tab');
  await expect(skip).toBeFocused();
  await open(page, '');
  await page.keyboard.press('Escape');
  await expect(skip).toBeFocused();

  const boards = (await open(page, 'gt business')).getByRole('group', { name: 'Boards' });
  await expect(boards.getByRole('option', { selected: true })).toContainText('Business');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'GT-Vision / Business' })).toBeVisible();
  await drawn(page);

  const panels = (await open(page, 'cameras status')).getByRole('group', { name: 'Panels' });
  await expect(panels.getByRole('option', { selected: true })).toContainText('Cameras Status');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\?panel=cameras-status$/);

  const metrics = (await open(page, 'gtvision_cameras_onl')).getByRole('group', { name: 'Metrics' });
  await expect(metrics.getByRole('option', { selected: true })).toContainText('gtvision_cameras_online');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/explore\?expr=gtvision_cameras_online$/);

  const alerts = (await open(page, 'HighCameraOff')).getByRole('group', { name: 'Alerts' });
  await expect(alerts.getByRole('option', { selected: true })).toContainText('HighCameraOfflineRate');
  await page.keyboard.press('Enter');
  await expect(page.getByText('alertname="HighCameraOfflineRate"')).toBeVisible();

  const targets = (await open(page, 'mediamtx')).getByRole('group', { name: 'Targets' });
  await targets.getByRole('option').first().waitFor();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/targets\?match=job%3D%22mediamtx%22/);

  await open(page, '');
  const recent = page.getByRole('group', { name: 'Recent' });
  await expect(recent.getByRole('option').nth(1)).toContainText('HighCameraOfflineRate');
});

test('does what can be done on the page', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: gateway.url });
  await page.goto(`${gateway.url}/d/gt-vision/business`);
  await drawn(page);
  await open(page, 'theme light');
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  await open(page, 'last 24 hours');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/from=now-24h/);
  await open(page, 'copy the link');
  await page.keyboard.press('Enter');
  await expect(page.getByText('The link is copied.')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
  await page.keyboard.press('Control+k');
  await expect(find(page)).toHaveCount(0);
  await open(page, 'choose the time');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Time range and zone' })).toBeVisible();
  await page.keyboard.press('Escape');
  await open(page, 'português');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Buscar' })).toBeVisible();
  await page.getByRole('button', { name: 'Buscar' }).click();
  await expect(page.getByRole('combobox', { name: 'Busca e comandos' })).toBeFocused();
});

test('says that its code could not be loaded, and tries again', async ({ page, complaints }) => {
  complaints.allow(/Failed to load resource|Failed to fetch dynamically|A part of the page crashed/);
  await page.goto(`${gateway.url}/targets`);
  await page.locator('html[data-app="ready"]').waitFor();
  await page.waitForLoadState('networkidle');
  const skip = page.getByRole('link', { name: 'Skip to the content' });
  await page.keyboard.press('Tab');
  await page.route('**/assets/*.js', (route) => route.abort());
  const failure = page.getByRole('alert').filter({ hasText: 'The search could not be loaded.' });
  await page.keyboard.press('Control+k');
  await expect(failure).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(failure).toHaveCount(0);
  await expect(skip).toBeFocused();
  await page.keyboard.press('Control+k');
  await expect(failure).toBeVisible();
  await page.unrouteAll();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(find(page)).toBeFocused();
  await page.keyboard.type('mediamtx');
  await expect(page.getByRole('group', { name: 'Targets' }).getByRole('option').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(skip).toBeFocused();
});

test('stands over no other dialog, and never on a wall or in a frame', async ({ page }) => {
  await page.goto(`${gateway.url}/d/gt-vision/business`);
  await drawn(page);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog')).toHaveCount(1);
  await expect(find(page)).toHaveCount(0);
  for (const path of ['/kiosk/gt-vision', '/embed/gt-vision/business']) {
    await page.goto(gateway.url + path);
    await drawn(page);
    await page.keyboard.press('Control+k');
    // Another key that is answered shows that this one was read before.
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
});

test.describe('on a server of 10,000 metrics that knows no rules', () => {
  const names = Array.from({ length: 10_000 }, (_, i) => `app_${i % 7}_requests_total_${String(i).padStart(5, '0')}`);
  let server: PageServer;
  let large: Gateway;
  test.beforeAll(async () => {
    server = await serve((request, response) => {
      const { pathname } = new URL(request.url ?? '/', 'http://localhost');
      response.setHeader('content-type', 'application/json');
      if (pathname.endsWith('/rules')) response.writeHead(500).end(JSON.stringify(failed));
      else if (pathname.endsWith('/values')) response.end(JSON.stringify({ status: 'success', data: names }));
      else if (pathname.endsWith('/metadata')) response.end(JSON.stringify({ status: 'success', data: {} }));
      else
        response.end(
          JSON.stringify({ status: 'success', data: { resultType: 'vector', result: [], activeTargets: [] } }),
        );
    });
    large = await startGateway('palette-large', { PROMETHEUS_URL: server.url });
  });
  test.afterAll(async () => {
    await large.stop();
    await server.stop();
  });
  const failed = { status: 'error', errorType: 'internal', error: 'rules are away' };

  test('finds at once, and says what it could not have', async ({ page, complaints }) => {
    complaints.allow(/status of 500/);
    await page.goto(`${large.url}/targets`);
    await page.locator('html[data-app="ready"]').waitFor();
    const list = await open(page, 'app');
    const metrics = list.getByRole('group', { name: 'Metrics' });
    await expect(metrics.getByRole('option', { name: 'Show more (9994)' })).toBeVisible();
    const alerts = list.getByRole('group', { name: 'Alerts' });
    await expect(alerts.getByRole('option')).toContainText('Try again');

    // Each key to the list that fits it, the longest of them.
    const longest = await page.evaluate(async () => {
      const input = document.querySelector<HTMLInputElement>('[role="combobox"]');
      const write = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
      let most = 0;
      for (const text of ['a', 'ap', 'app', 'app 3', 'app 3 re', 'app 3 req 09', 'apr9', 'zzz', 'r']) {
        const start = performance.now();
        write?.call(input, text);
        input?.dispatchEvent(new Event('input', { bubbles: true }));
        await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
        most = Math.max(most, performance.now() - start);
      }
      return most;
    });
    console.log(`longest from key to list: ${longest.toFixed(0)} ms`);
    expect(longest).toBeLessThan(250);
    await find(page).fill('app_3_requests_total_09999');
    await expect(list.getByRole('option', { selected: true })).toBeVisible();
  });
});
