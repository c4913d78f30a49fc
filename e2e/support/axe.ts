import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Two panels of a board may have the same title, in different rows: each is a region of its own still. */
const options = { resultTypes: ['violations'], rules: { 'landmark-unique': { enabled: false } } };

/** What axe finds on the page, each with the places; by one of its rules alone, when it is named. */
export async function findings(page: Page, rule?: string): Promise<string[]> {
  // By the debugger, which the page's content security policy does not bind.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  const asked = rule === undefined ? options : { ...options, runOnly: [rule] };
  const { violations } = await page.evaluate<AxeResults>(`axe.run(document, ${JSON.stringify(asked)})`);
  return violations.map(
    ({ id, help, nodes }) => `${id}: ${help} at ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`,
  );
}
