import type { Page } from '@playwright/test';
import type { Gateway } from './support/gateway.ts';
import { hostile, startHostile } from './support/hostileServers.ts';
import { expect, test } from './support/test.ts';

let gateway: Gateway;
test.beforeAll(async () => {
  gateway = await startHostile();
});
test.afterAll(() => gateway.stop());

/** What became of the texts on the page, as sentences; empty when all of them are text. */
function findings(page: Page): Promise<string[]> {
  return page.evaluate((turned) => {
    const found: string[] = [];
    if ('hit' in window) found.push('a script ran');
    if (document.querySelector('img[src="x"], [onerror]')) found.push('a text became an element');
    for (const link of document.querySelectorAll('a[href]')) {
      if (/^\s*javascript:/i.test(link.getAttribute('href') ?? '')) found.push(`a link: ${link.textContent}`);
    }
    const { scrollWidth } = document.documentElement;
    if (scrollWidth > innerWidth) found.push(`the page is ${scrollWidth} px wide, of ${innerWidth}`);
    // A text that turns its direction must stand in an element of its own that keeps that inside.
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent ?? '';
      const parent = node.parentElement;
      if (!text.includes(turned) || !parent || parent.closest('pre, datalist, option, title, [role="code"]')) continue;
      let inner: HTMLElement = parent;
      const keepsApart = ({ unicodeBidi, display }: CSSStyleDeclaration) =>
        /isolate|plaintext/.test(unicodeBidi) || display !== 'inline';
      while (inner.parentElement && !keepsApart(getComputedStyle(inner))) inner = inner.parentElement;
      const all = (inner.textContent ?? '').trim();
      // All of a bdi is by one author.
      if (all !== text.trim() && inner.tagName !== 'BDI') {
        found.push(`not kept apart: ${all.slice(0, 60)} in ${inner.outerHTML.slice(0, 160)}`);
      }
    }
    return found;
  }, hostile.turned);
}

/** Presses all that opens something, so that everything is on screen. */
async function openAll(page: Page): Promise<void> {
  const closed = page.locator('main [aria-expanded="false"]:not([aria-haspopup]):not([role="combobox"])');
  for (let i = 0; i < 12 && (await closed.count()) > 0; i++)
    await closed
      .first()
      .click({ timeout: 2000 })
      .catch(() => {});
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('main details')) details.setAttribute('open', '');
  });
}

const pages = [
  '/',
  '/auto',
  '/alerts',
  '/alerts?show=silences',
  '/targets',
  '/targets?health=dropped',
  '/rules',
  '/explore?expr=up&show=table',
  '/explore?expr=up',
  '/explore?expr=up&show=raw',
  '/service-discovery',
  '/status',
  '/pushgateway',
];

for (const path of pages) {
  test(`hostile texts are text at ${path}`, async ({ page }) => {
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(`${gateway.url}${path}${path.includes('?') ? '&' : '?'}refresh=off`);
      await page.locator('html[data-app="ready"]').waitFor();
      await page.waitForLoadState('networkidle');
      await openAll(page);
      if (path !== '/')
        await expect(page.locator('main')).toContainText(path === '/explore?expr=up' ? 'turned' : '<img src=x');
      expect.soft(await findings(page), `${width} px`).toEqual([]);
    }
  });
}

test('hostile texts are text in dialogs', async ({ page }) => {
  await page.goto(`${gateway.url}/alerts?refresh=off`);
  await page.waitForLoadState('networkidle');
  await openAll(page);
  await page.getByRole('button', { name: 'Silence…' }).first().click();
  await expect(page.getByRole('dialog')).toContainText('<img src=x');
  expect.soft(await findings(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.goto(`${gateway.url}/pushgateway`);
  await page.waitForLoadState('networkidle');
  await openAll(page);
  await page
    .getByRole('button', { name: /^Delete/ })
    .first()
    .click();
  await expect(page.getByRole('dialog')).toContainText('<img src=x');
  expect.soft(await findings(page)).toEqual([]);
});

test('hostile texts are text in the palette', async ({ page }) => {
  await page.goto(`${gateway.url}/rules?refresh=off`);
  await page.waitForLoadState('networkidle');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('img');
  await expect(page.getByRole('listbox')).toContainText('<img src=x');
  expect.soft(await findings(page)).toEqual([]);
});
