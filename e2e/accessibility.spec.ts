import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';
import { drawn, expect, test } from './support/test.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Two panels of a board may have the same title, in different rows: each is a region of its own still. */
const options = { resultTypes: ['violations'], rules: { 'landmark-unique': { enabled: false } } };

/** What axe finds, each with the places. */
async function findings(page: Page): Promise<string[]> {
  // By the debugger, which the page's content security policy does not bind.
  await page.evaluate(axeSource);
  const { violations } = await page.evaluate<AxeResults>(`axe.run(document, ${JSON.stringify(options)})`);
  return violations.map(
    ({ id, help, nodes }) => `${id}: ${help} at ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`,
  );
}

const pages = [
  '/d/gt-vision/business',
  '/d/gt-vision/application',
  '/d/gt-vision/system',
  '/d/gt-vision/infrastructure',
  '/d/tsijukebox/application',
  '/d/mordomo/pipeline',
  '/d/collector-api/databases',
  '/d/rbaileys/connection-health',
  '/kiosk/gt-vision',
  '/kiosk/mordomo',
  '/embed/gt-vision/business',
  '/embed/rbaileys/buffer-performance',
  '/embed/gt-vision/business/active-streams',
];

for (const theme of ['light', 'dark'] as const) {
  for (const address of pages) {
    test(`axe finds nothing at ${address}, ${theme}`, async ({ page }) => {
      await page.goto(`${address}?theme=${theme}`);
      await drawn(page);
      expect(await findings(page)).toEqual([]);
    });
  }

  test(`axe finds nothing on the overview, ${theme}`, async ({ page }) => {
    await page.goto(`/?theme=${theme}`);
    await expect(page.getByRole('region', { name: 'GT-Vision' })).toBeVisible();
    expect(await findings(page)).toEqual([]);
  });
}
