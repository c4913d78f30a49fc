import type { CDPSession, Page, Request } from '@playwright/test';
import { addressOf, type Work } from '../pages/shared/work.ts';
import type { Stand } from './stand.ts';

export const small = { width: 1440, height: 900 };
export const large = { width: 2560, height: 1440 };

/** A page to be visited. */
export interface Place {
  /** From the gateway's root. */
  readonly path: string;
  /** Panels that must be drawn. */
  readonly panels: number;
  /** Those of them that are lines; all if not said. */
  readonly charts?: number;
  readonly viewport: { readonly width: number; readonly height: number };
  /** How many times slower the processor is made. */
  readonly slowdown?: number;
  /** Ms by which the page's clock is behind, so that its now can be moved on and still has data. */
  readonly ago?: number;
  /** Range queries are answered within the page. */
  readonly isFake?: boolean;
  readonly onRequest?: (request: Request) => void;
}

/** A page that is drawn. */
export interface OpenPage {
  readonly page: Page;
  readonly devtools: CDPSession;
  /** Ms from navigation to drawn. */
  readonly drawn: number;
  /** Ms that the main thread has computed since the page's process began. */
  mainThread(): Promise<number>;
  close(): Promise<void>;
}

/** Ms after which a page will not be drawn any more. */
export const patience = 60_000;

async function metric(devtools: CDPSession, wanted: string): Promise<number> {
  const { metrics } = await devtools.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === wanted)?.value ?? Number.NaN;
}

/** Waits until a page is drawn. Rejects when its scripts fail, or it takes too long. */
async function drawnOf(page: Page, { path, panels, charts = panels }: Place): Promise<number> {
  const failed = new Promise<never>((_, reject) => page.once('pageerror', reject));
  const late = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error(`${path} is not drawn after ${patience / 1000} s`)), patience).unref();
  });
  const done = page.evaluate(({ panels, charts }) => window.bench.drawn(panels, charts), { panels, charts });
  return Promise.race([done, failed, late]);
}

/** Opens a page in a browser context of its own, with nothing cached, and waits until it is drawn. */
async function openPage(stand: Stand, place: Place): Promise<OpenPage> {
  const { path, viewport, slowdown = 1, ago = 0, isFake = false, onRequest } = place;
  const context = await stand.browser.newContext({ viewport, locale: 'en-US', timezoneId: 'UTC' });
  const close = () => context.close();
  try {
    await context.addInitScript({ path: stand.scripts.probe });
    if (ago > 0) await context.addInitScript(`window.bench.advance(${-ago})`);
    if (isFake) await context.addInitScript({ path: stand.scripts.fake });
    const page = await context.newPage();
    if (onRequest !== undefined) page.on('request', onRequest);
    const devtools = await context.newCDPSession(page);
    await devtools.send('Performance.enable');
    if (slowdown > 1) await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    await page.goto(stand.url + path, { waitUntil: 'commit' });
    const drawn = await drawnOf(page, place);
    return { page, devtools, drawn, mainThread: async () => 1000 * (await metric(devtools, 'ThreadTime')), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Opens a page, lets `act` have it when it is drawn, and closes it. */
export async function visit<T>(stand: Stand, place: Place, act: (open: OpenPage) => Promise<T>): Promise<T> {
  const open = await openPage(stand, place);
  try {
    return await act(open);
  } finally {
    await open.close();
  }
}

/** The same for several pages that are open at the same time. */
export async function visitAll<T>(
  stand: Stand,
  places: readonly Place[],
  act: (open: readonly OpenPage[]) => Promise<T>,
): Promise<T> {
  const open: OpenPage[] = [];
  try {
    for (const place of places) open.push(await openPage(stand, place));
    return await act(open);
  } finally {
    for (const { close } of open) await close();
  }
}

/** What Mirante asks and draws at a place, found by looking: so that other pages can be given the same. */
export async function workAt(stand: Stand, place: Place, columns: number): Promise<Work> {
  const forms: URLSearchParams[] = [];
  const onRequest = (request: Request) => {
    if (request.url().endsWith('/query_range')) forms.push(new URLSearchParams(request.postData() ?? ''));
  };
  const { width, height } = await visit(stand, { ...place, onRequest }, ({ page }) =>
    page.evaluate(() => {
      const canvas = document.querySelector('[data-panel-id] canvas');
      const { width, height } = canvas?.getBoundingClientRect() ?? new DOMRect();
      return { width: Math.round(width), height: Math.round(height) };
    }),
  );
  const number = (name: string) => Number(forms[0]?.get(name));
  const exprs = [...new Set(forms.map((form) => form.get('query') ?? ''))];
  if (exprs.length !== place.panels) throw new Error(`${place.path} asked ${exprs.length} queries`);
  return { exprs, range: number('end') - number('start'), step: number('step'), columns, width, height };
}

/** The same work done by one of the pages that Mirante is compared with. */
export function rival(name: 'bare' | 'library' | 'uplot', place: Place, work: Work): Place {
  return { ...place, path: addressOf(name, work), panels: name === 'bare' ? 1 : place.panels };
}
