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

/** What can be opened, as a selector. */
const folded = '[aria-expanded="false"]:not([aria-haspopup]):not([role="combobox"])';

/** Opens the first thing on the page that can be opened. */
const unfold = (page: Page) => page.locator(`main ${folded}`).first().click();
const nothing = async () => {};

/** Pages over the hostile servers, each with what is done there first. */
const places: readonly (readonly [path: string, act: (page: Page) => Promise<unknown>])[] = [
  ['/alerts', unfold],
  ['/alerts?show=silences', nothing],
  [
    '/alerts?by=severity',
    async (page) => {
      await unfold(page);
      await page.getByRole('button', { name: 'Silence…' }).first().click();
      await page.getByRole('dialog').waitFor();
    },
  ],
  ['/targets', unfold],
  ['/rules', unfold],
  ['/service-discovery', unfold],
  ['/status', nothing],
  ['/pushgateway', unfold],
  [
    '/pushgateway?stale=1h',
    async (page) => {
      await page.getByRole('button', { name: /^Delete/ }).click();
      await page.getByRole('dialog').waitFor();
    },
  ],
  ['/explore?expr=up&show=table', nothing],
  ['/auto', nothing],
  [
    '/targets?health=unhealthy',
    async (page) => {
      await page.keyboard.press('Control+k');
      await page.keyboard.type('up');
      await page.getByRole('listbox').getByRole('option').nth(3).waitFor();
    },
  ],
];
/** And over a real Prometheus, for what draws charts. */
const drawings = ['/', '/d/gt-vision/business', '/kiosk/gt-vision', '/auto/prometheus', '/explore?expr=up'];

const looks = [1440, 390].flatMap((width) =>
  ['en', 'pt-BR'].flatMap((lang) => ['light', 'dark'].map((theme) => ({ width, lang, theme }))),
);

/** Gives the open page another look, as its address and its window say it. */
async function wear(page: Page, { width, theme, lang }: (typeof looks)[number]): Promise<void> {
  await page.setViewportSize({ width, height: 900 });
  await page.evaluate(
    (wanted) => {
      const address = new URL(location.href);
      for (const [name, value] of Object.entries(wanted)) address.searchParams.set(name, value);
      history.replaceState(history.state, '', address);
    },
    { theme, lang },
  );
  await page.locator(`html[lang="${lang}"][data-theme="${theme}"]`).waitFor();
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
}

async function expectAllLooksFine(page: Page): Promise<void> {
  for (const look of looks) {
    await wear(page, look);
    const name = Object.values(look).join(', ');
    // The other theme has other colors, and nothing else.
    expect.soft(await findings(page, look.theme === 'dark' ? 'color-contrast' : undefined), name).toEqual([]);
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect.soft(beyond, `wider than ${name}`).toBeLessThanOrEqual(0);
  }
}

for (const [path, act] of places) {
  test(`axe finds nothing at ${path} in any look`, async ({ page }) => {
    await open(page, path);
    await act(page);
    await expectAllLooksFine(page);
  });
}

for (const path of drawings) {
  test(`axe finds nothing at ${path} in any look`, async ({ page }) => {
    await page.goto(`${path}${path.includes('?') ? '&' : '?'}refresh=off`);
    await page.locator('html[data-app="ready"]').waitFor();
    await page.waitForLoadState('networkidle');
    await expectAllLooksFine(page);
  });
}

/** What has the focus without showing it; '' where it is seen: an outline, on the element or on what stands for it. */
const unseenFocus = (page: Page) =>
  page.evaluate(() => {
    let at: Element | null = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    for (let up = 0; at && up < 4; up++, at = at.parentElement) {
      const { outlineStyle, outlineWidth } = getComputedStyle(at);
      if (outlineStyle !== 'none' && outlineWidth !== '0px') return '';
    }
    const focused = document.activeElement;
    return focused === null || focused === document.body ? '' : focused.outerHTML.slice(0, 200);
  });

/** Walks on by Tab until the focus is there; it is seen at each step. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await wanted.waitFor();
  for (let steps = 0; steps < 80; steps++) {
    await page.keyboard.press('Tab');
    // The editor shows its focus a moment later.
    await expect.poll(() => unseenFocus(page), { message: 'the focus is seen' }).toBe('');
    if (await wanted.evaluate((element) => element.matches(':focus'))) return;
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

/** Both shapes of the page: beside the navigation, and with the navigation folded away. */
for (const width of [1440, 390]) {
  test.describe(`by keyboard, ${width} px`, () => {
    test.use({ viewport: { width, height: 900 } });

    test('an alert is opened, and the form of a silence, which gives the focus back', async ({ page }) => {
      await open(page, '/alerts');
      await skip(page);
      await tabTo(page, page.locator(`main ${folded}`).first());
      await page.keyboard.press('Enter');
      const silence = page.getByRole('button', { name: 'Silence…' }).first();
      await tabTo(page, silence);
      await page.keyboard.press('Enter');
      const dialog = page.getByRole('dialog', { name: 'Silence' });
      await tabTo(page, dialog.getByLabel('Your name, remembered in this browser'));
      await page.keyboard.type('ana');
      await tabTo(page, dialog.getByRole('textbox', { name: 'Why' }));
      await page.keyboard.type('planned');
      await tabTo(page, dialog.getByRole('button', { name: 'Silence' }));
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
      await expect(silence).toBeFocused();
    });

    test('a silence is ended only after it was asked', async ({ page }) => {
      await open(page, '/alerts?show=silences');
      await skip(page);
      await tabTo(page, page.getByRole('button', { name: /^End: / }).first());
      await page.keyboard.press('Enter');
      await expect(page.getByRole('button', { name: 'End it now' })).toBeVisible();
    });

    test('targets are filtered, opened and closed', async ({ page }) => {
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
      test(`what is folded at ${path} unfolds`, async ({ page }) => {
        await open(page, path);
        await skip(page);
        const button = page.locator('main [aria-expanded]:not([aria-haspopup]):not([role="combobox"])').first();
        const before = await button.getAttribute('aria-expanded');
        await tabTo(page, button);
        await page.keyboard.press('Enter');
        await expect(button).toHaveAttribute('aria-expanded', before === 'true' ? 'false' : 'true');
      });
    }

    test('a group is deleted only once its name is typed', async ({ page }) => {
      await open(page, '/pushgateway');
      await skip(page);
      const remove = page.getByRole('button', { name: /^Delete/ }).first();
      await tabTo(page, remove);
      await page.keyboard.press('Enter');
      const dialog = page.getByRole('dialog');
      await tabTo(page, dialog.getByRole('textbox'));
      await page.keyboard.type('another');
      await expect(dialog.getByRole('button', { name: 'Delete the group' })).toBeDisabled();
      await page.keyboard.press('Escape');
      await expect(remove).toBeFocused();
    });

    test('the configuration is reloaded only after it was asked', async ({ page }) => {
      await open(page, '/status');
      await skip(page);
      const reload = page.getByRole('button', { name: 'Reload the configuration' });
      await tabTo(page, reload);
      await page.keyboard.press('Enter');
      await expect(page.getByRole('dialog')).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(reload).toBeFocused();
    });

    test('a query is written and run, and the editor left', async ({ page }) => {
      await open(page, '/explore');
      await skip(page);
      await tabTo(page, page.getByRole('textbox', { name: 'Query 1', exact: true }));
      await page.keyboard.type('vector(1)');
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+Enter');
      await expect(page).toHaveURL(/expr=vector/);
      await page.keyboard.press('Escape');
      await page.keyboard.press('Tab');
      await expect(page.getByRole('textbox', { name: 'Query 1: Legend' })).toBeFocused();
    });

    test('the palette leads to another page', async ({ page }) => {
      await open(page, '/rules');
      await page.keyboard.press('Control+k');
      await page.keyboard.type('pushgateway');
      await expect(page.getByRole('option', { selected: true })).toContainText('Pushgateway');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('heading', { name: 'Pushgateway', level: 1 })).toBeVisible();
    });
  });
}
