import type { CDPSession, Page } from '@playwright/test';
import { addressOf, type Work } from '../pages/shared/work.ts';
import type { Stand } from './stand.ts';

/** A page to be visited. */
export interface Place {
  /** From the gateway's root. */
  readonly path: string;
  /** Panels that must be drawn. */
  readonly panels: number;
  readonly viewport: { readonly width: number; readonly height: number };
  /** How many times slower the processor is made. */
  readonly slowdown?: number;
}

/** A page that is drawn. */
export interface OpenPage {
  readonly page: Page;
  readonly devtools: CDPSession;
  /** Ms from navigation to drawn. */
  readonly drawn: number;
  /** Ms that the main thread has computed since the page's process began. */
  mainThread(): Promise<number>;
}

/** Ms after which a page will not be drawn any more. */
const patience = 60_000;

async function metric(devtools: CDPSession, wanted: string): Promise<number> {
  const { metrics } = await devtools.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === wanted)?.value ?? Number.NaN;
}

/** Opens a page in a browser context of its own, with nothing cached, waits until it is drawn, and lets `act` have it. */
export async function visit<T>(stand: Stand, place: Place, act: (open: OpenPage) => Promise<T>): Promise<T> {
  const { path, panels, viewport, slowdown = 1 } = place;
  const context = await stand.browser.newContext({ viewport, locale: 'en-US', timezoneId: 'UTC' });
  try {
    context.setDefaultTimeout(patience);
    await context.addInitScript({ path: stand.probeFile });
    const page = await context.newPage();
    const failed = new Promise<never>((_, reject) => page.once('pageerror', reject));
    const devtools = await context.newCDPSession(page);
    await devtools.send('Performance.enable');
    if (slowdown > 1) await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    await page.goto(stand.url + path, { waitUntil: 'commit' });
    const late = new Promise<never>((_, reject) => {
      setTimeout(() => reject(new Error(`${path} is not drawn after ${patience / 1000} s`)), patience).unref();
    });
    const done = page.evaluate((count) => window.bench.drawn(count), panels);
    const drawn = await Promise.race([done, failed, late]);
    const mainThread = async () => 1000 * (await metric(devtools, 'ThreadTime'));
    return await act({ page, devtools, drawn, mainThread });
  } finally {
    await context.close();
  }
}

/** What Mirante asks and draws at a place, found by looking: so that other pages can be given the same. */
export async function workAt(stand: Stand, place: Place, columns: number): Promise<Work> {
  stand.tap.take();
  const { width, height } = await visit(stand, place, ({ page }) =>
    page.evaluate(() => {
      const canvas = document.querySelector('[data-panel-id] canvas');
      const { width, height } = canvas?.getBoundingClientRect() ?? new DOMRect();
      return { width: Math.round(width), height: Math.round(height) };
    }),
  );
  const forms = stand.tap
    .take()
    .filter(({ endpoint }) => endpoint === 'query_range')
    .map(({ form }) => form);
  const number = (name: string) => Number(forms[0]?.get(name));
  const exprs = [...new Set(forms.map((form) => form.get('query') ?? ''))];
  if (exprs.length !== place.panels) throw new Error(`${place.path} asked ${exprs.length} queries`);
  return { exprs, range: number('end') - number('start'), step: number('step'), columns, width, height };
}

/** The same work done by one of the pages that Mirante is compared with. */
export function rival(name: 'bare' | 'library' | 'uplot', place: Place, work: Work): Place {
  return { ...place, path: addressOf(name, work), panels: name === 'bare' ? 1 : place.panels };
}
