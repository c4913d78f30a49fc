import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';
import { drawn, expect, test } from './support/test.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds serious or critical, each with the places. */
async function findings(page: Page): Promise<string[]> {
  // By the debugger, which the page's content security policy does not bind.
  await page.evaluate(axeSource);
  const { violations } = await page.evaluate<AxeResults>('axe.run(document, { resultTypes: ["violations"] })');
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, help, nodes }) => `${id}: ${help} at ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`);
}

const pages = [
  '/d/gt-vision/business',
  '/d/gt-vision/application',
  '/d/gt-vision/system',
  '/d/gt-vision/infrastructure',
  '/kiosk/gt-vision',
  '/embed/gt-vision/business/active-streams',
];

for (const theme of ['light', 'dark'] as const) {
  for (const address of pages) {
    test(`axe finds nothing serious at ${address}, ${theme}`, async ({ page }) => {
      await page.goto(`${address}?theme=${theme}`);
      await drawn(page);
      expect(await findings(page)).toEqual([]);
    });
  }

  test(`axe finds nothing serious on the overview, ${theme}`, async ({ page }) => {
    await page.goto(`/?theme=${theme}`);
    await expect(page.getByRole('region', { name: 'GT-Vision' })).toBeVisible();
    expect(await findings(page)).toEqual([]);
  });
}
