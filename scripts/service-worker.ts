import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from './command.ts';

/** The service worker of msw: hands the requests of a page with simulated data back to that page. */
export const serviceWorker = 'mockServiceWorker.js';

/** Puts the installed msw's service worker into public/, unless it is there. */
export function writeServiceWorker(): void {
  const target = join(root, 'public', serviceWorker);
  const wanted = readFileSync(createRequire(import.meta.url).resolve(`msw/${serviceWorker}`));
  let present: Buffer | null = null;
  try {
    present = readFileSync(target);
  } catch {
    // Not there yet.
  }
  if (!present?.equals(wanted)) writeFileSync(target, wanted);
}
