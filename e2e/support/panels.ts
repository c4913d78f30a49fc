import { expect, type Page } from '@playwright/test';

/**
 * Every panel of the board that is drawn has all of its data.
 * @param expectedEmpty panels that have nothing to show, with the reason.
 */
export async function expectReadyPanels(page: Page, expectedEmpty: ReadonlyMap<string, string> = new Map()) {
  const panels = page.locator('[data-panel-id]');
  const count = await panels.count();
  expect(count).toBeGreaterThan(0);
  for (let i = 0; i < count; i++) {
    const panel = panels.nth(i);
    await panel.scrollIntoViewIfNeeded();
    const panelId = (await panel.getAttribute('data-panel-id')) ?? '';
    await expect(panel, panelId).toHaveAttribute('data-state', expectedEmpty.has(panelId) ? 'empty' : 'ready');
    await expect(panel, panelId).toHaveAttribute('data-completeness', 'complete');
  }
}
