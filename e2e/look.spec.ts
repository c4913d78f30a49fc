import { drawn, expect, test } from './support/test.ts';

test('language and theme change the page at once and stay', async ({ page }) => {
  await page.goto('/d/gt-vision/business');
  await drawn(page);
  await page.getByRole('button', { name: 'Preferences' }).click();
  await page.getByRole('radio', { name: 'Português' }).check({ force: true });
  await expect(page.locator('html')).toHaveAttribute('lang', 'pt-BR');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Negócio');
  await page.getByRole('radio', { name: 'Escuro' }).check({ force: true });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.reload();
  await drawn(page);
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Negócio');
});

test('a surface opens where its button was just scrolled to, and goes when the button moves away', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 420 });
  await page.goto('/d/gt-vision/business');
  await drawn(page);
  const menu = page.getByRole('button', { name: /^Menu of / }).last();
  const item = page.getByRole('menuitem').first();
  // The event of this scroll comes with the next frame, when the surface is open already.
  await menu.evaluate((button: HTMLElement) => {
    button.scrollIntoView();
    button.click();
  });
  await expect(item).toBeVisible();
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  await expect(item).toBeVisible();
  await page.evaluate(() => scrollTo(0, 0));
  await expect(item).toBeHidden();
});

test('what the foot of the rail has opened stays open while the rail grows', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 420 });
  await page.goto('/d/gt-vision/business');
  const preferences = page.getByRole('button', { name: 'Preferences' });
  await preferences.click();
  await expect(page.getByRole('link', { name: 'Wall display' })).toBeVisible();
  await drawn(page);
  await expect(page.getByRole('radio', { name: 'Português' })).toBeVisible();
  await expect(preferences).toBeInViewport();
});

test('a shared address can say theme and language for one page', async ({ page }) => {
  await page.goto('/d/gt-vision/business?theme=dark&lang=pt-BR');
  await drawn(page);
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Negócio');
});

for (const width of [390, 1440, 3840]) {
  test(`nothing runs out of the page at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    for (const address of ['/', '/d/gt-vision/business', '/d/gt-vision/application']) {
      await page.goto(address);
      await page.waitForSelector('html[data-app="ready"]');
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow, address).toBeLessThanOrEqual(0);
    }
  });
}
