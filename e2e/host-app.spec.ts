import { resolve } from 'node:path';
import type { FrameLocator, Page } from '@playwright/test';
import { type Gateway, startGateway } from './support/gateway.ts';
import type { PageServer } from './support/pages.ts';
import { servePlain } from './support/plainServer.ts';
import { expect, test } from './support/test.ts';

const panels = ['songs-by-hour', 'songs-share'];
const frames = { 'songs-by-hour': 'Songs hour by hour', 'songs-share': 'Share by source', today: 'Today' } as const;

test.describe('a jukebox that frames panels of simulated data', () => {
  let host: PageServer;
  let gateway: Gateway;
  test.beforeAll(async () => {
    host = await servePlain(resolve(import.meta.dirname, 'host-app'));
    gateway = await startGateway('host-app', { MIRANTE_FRAME_ANCESTORS: `'self' ${host.url}` });
  });
  test.afterAll(async () => {
    await gateway.stop();
    await host.stop();
  });

  const open = (page: Page, more = '') => page.goto(`${host.url}/?mirante=${encodeURIComponent(gateway.url)}${more}`);
  const allFrames = (page: Page): FrameLocator[] =>
    Object.values(frames).map((title) => page.frameLocator(`iframe[title="${title}"]`));

  test('two panels and a board are drawn, alone in their frames', async ({ page }) => {
    await open(page);
    await expect(page.getByRole('heading', { name: 'Now playing' })).toBeVisible();
    for (const panel of panels) {
      const frame = page.frameLocator(`iframe[src*="/${panel}?"]`);
      await expect(frame.locator('[data-panel-id]')).toHaveCount(1);
      await expect(frame.locator(`[data-panel-id="${panel}"]`)).toHaveAttribute('data-state', 'ready');
    }
    const board = page.frameLocator(`iframe[title="${frames.today}"]`);
    const panel = board.locator('[data-panel-id="songs-through-the-day"]');
    // What is out of sight asks for nothing, in a frame too.
    await panel.scrollIntoViewIfNeeded();
    await expect(panel).toHaveAttribute('data-state', 'ready');
    expect(await board.locator('[data-panel-id]').count()).toBeGreaterThan(3);
    for (const frame of allFrames(page)) await expect(frame.locator('nav')).toHaveCount(0);
  });

  test('the frames follow the theme and the language of the page', async ({ page }) => {
    await open(page);
    for (const frame of allFrames(page)) {
      await expect(frame.locator('html')).toHaveAttribute('data-theme', 'light');
      await expect(frame.locator('html')).toHaveAttribute('lang', 'en');
    }
    await page.getByRole('button', { name: 'Dark' }).click();
    await expect(page).toHaveURL(/theme=dark/);
    await page.getByRole('button', { name: 'Português' }).click();
    await expect(page.getByRole('heading', { name: 'Tocando agora' })).toBeVisible();
    for (const frame of allFrames(page)) {
      await expect(frame.locator('html')).toHaveAttribute('data-theme', 'dark');
      await expect(frame.locator('html')).toHaveAttribute('lang', 'pt-BR');
    }
    await expect(
      page.frameLocator('iframe[src*="/songs-share?"]').getByText('Participação por fonte').first(),
    ).toBeVisible();
  });

  test('the page lives without Mirante, and frames nothing but a web address', async ({ page }) => {
    for (const address of ['', '/?mirante=javascript:alert(1)', '/?mirante=nowhere']) {
      await page.goto(`${host.url}${address}`);
      await expect(page.getByText('Figures are shown here')).toBeVisible();
      await expect(page.locator('iframe')).toHaveCount(0);
    }
  });
});
