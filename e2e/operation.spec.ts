import type { Locator, Page } from '@playwright/test';
import { findings } from './support/axe.ts';
import type { Gateway } from './support/gateway.ts';
import { startHostile } from './support/hostileServers.ts';
import { expect, test } from './support/test.ts';

// The pages of the operator, over servers whose texts are as bad as texts can be.
let gateway: Gateway;
test.beforeAll(async () => {
  gateway = await startHostile();
});
test.afterAll(() => gateway.stop());

async function open(page: Page, path: string, query = ''): Promise<void> {
  await page.goto(`${gateway.url}${path}${path.includes('?') ? '&' : '?'}refresh=off${query}`);
  await page.locator('html[data-app="ready"]').waitFor();
  await page.waitForLoadState('networkidle');
}

/** Opens the first thing on the page that can be opened. */
const unfold = (page: Page) =>
  page.locator('main [aria-expanded="false"]:not([aria-haspopup]):not([role="combobox"])').first().click();

const places: readonly (readonly [path: string, act: (page: Page) => Promise<unknown>])[] = [
  ['/alerts', unfold],
  ['/alerts?show=silences', async () => {}],
  [
    '/alerts?by=severity',
    async (page) => {
      await unfold(page);
      await page
        .getByRole('button', { name: /^(Silence|Silenciar)…$/ })
        .first()
        .click();
      await page.getByRole('dialog').waitFor();
    },
  ],
  ['/targets', unfold],
  ['/rules', unfold],
  ['/service-discovery', unfold],
  ['/status', async () => {}],
  ['/pushgateway', unfold],
  ['/explore?expr=up&show=table', async () => {}],
  ['/auto', async () => {}],
  [
    '/targets?health=unhealthy',
    async (page) => {
      await page.keyboard.press('Control+k');
      await page.keyboard.type('up');
      await page.getByRole('listbox').getByRole('option').nth(3).waitFor();
    },
  ],
];

const worlds = [
  [
    { theme: 'light', width: 1440, lang: 'en' },
    { theme: 'dark', width: 390, lang: 'pt-BR' },
  ],
  [
    { theme: 'dark', width: 1440, lang: 'pt-BR' },
    { theme: 'light', width: 390, lang: 'en' },
  ],
] as const;

// Each page in both themes, widths and languages, in two looks rather than eight.
for (const [i, [path, act]] of places.entries()) {
  for (const { theme, width, lang } of worlds[i % 2] ?? []) {
    test(`axe finds nothing at ${path}, ${theme}, ${width} px, ${lang}`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      await open(page, path, `&theme=${theme}&lang=${lang}`);
      await act(page);
      expect(await findings(page)).toEqual([]);
      const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(beyond).toBeLessThanOrEqual(0);
    });
  }
}

/** Whether the focus is seen: an outline or a border of the focus, on the element or on what stands for it. */
const isSeen = (page: Page) =>
  page.evaluate(() => {
    let at: Element | null = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    for (let up = 0; at && up < 4; up++, at = at.parentElement) {
      const { outlineStyle, outlineWidth } = getComputedStyle(at);
      if (outlineStyle !== 'none' && outlineWidth !== '0px') return true;
    }
    return false;
  });

/** Walks on by Tab until the focus is there; it is seen at each step. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await wanted.waitFor();
  for (let steps = 0; steps < 80; steps++) {
    await page.keyboard.press('Tab');
    if (!(await isSeen(page))) {
      const at = await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 200));
      expect(at, 'the focus is not seen').toMatch(/^<body/);
    }
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error('Tab never came there');
}

/** Past the navigation, by the link that is there for it. */
async function skip(page: Page): Promise<void> {
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).toBeFocused();
}

test('by keyboard: an alert is opened, and the form of a silence, which gives the focus back', async ({ page }) => {
  await open(page, '/alerts');
  await skip(page);
  await tabTo(page, page.locator('main [aria-expanded="false"]:not([aria-haspopup]):not([role="combobox"])').first());
  await page.keyboard.press('Enter');
  const silence = page.getByRole('button', { name: 'Silence…' }).first();
  await tabTo(page, silence);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(silence).toBeFocused();
});

test('by keyboard: a silence is ended only after it was asked', async ({ page }) => {
  await open(page, '/alerts?show=silences');
  await skip(page);
  await tabTo(page, page.getByRole('button', { name: /^End: / }).first());
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'End it now' })).toBeVisible();
});

test('by keyboard: targets are filtered, opened and closed', async ({ page }) => {
  await open(page, '/targets');
  await skip(page);
  await tabTo(page, page.getByRole('search').getByRole('combobox'));
  await page.keyboard.type('severity=critical');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/match=severity/);
  const pool = page.locator('main h2 button').first();
  await tabTo(page, pool);
  await page.keyboard.press('Enter');
  await expect(pool).toHaveAttribute('aria-expanded', 'false');
});

for (const path of ['/rules', '/service-discovery', '/pushgateway']) {
  test(`by keyboard: what is folded at ${path} unfolds`, async ({ page }) => {
    await open(page, path);
    await skip(page);
    const button = page.locator('main [aria-expanded]:not([aria-haspopup]):not([role="combobox"])').first();
    const before = await button.getAttribute('aria-expanded');
    await tabTo(page, button);
    await page.keyboard.press('Enter');
    await expect(button).toHaveAttribute('aria-expanded', before === 'true' ? 'false' : 'true');
  });
}

test('by keyboard: the configuration is reloaded only after it was asked', async ({ page }) => {
  await open(page, '/status');
  await skip(page);
  const reload = page.getByRole('button', { name: 'Reload the configuration' });
  await tabTo(page, reload);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(reload).toBeFocused();
});
