import type { Page, Request } from '@playwright/test';
import { expect, test } from './support/test.ts';

/** What a board asks of Prometheus, as the browser sends it. */
interface Log {
  readonly sent: { readonly query: string; readonly key: string }[];
  inFlight: number;
  most: number;
  /** No answer comes before this. */
  gate: Promise<void>;
}

const panelCount = 20;
const columns = 2;

/** A board of panels, two in a row, most of them below the fold. */
async function openBoard(page: Page, search: string, gate = Promise.resolve()): Promise<Log> {
  const panels = Array.from({ length: panelCount }, (_, i) => ({
    id: `p${i}`,
    kind: 'timeseries',
    title: `Panel ${i}`,
    span: 12 / columns,
    height: 300,
    queries: [{ expr: `vector(1) * ${i}` }],
  }));
  // Every panel has a twin of the same query.
  const twins = panels.map((panel) => ({ ...panel, id: `${panel.id}-twin` }));
  const rows = panels.map((panel, i) => ({ panels: [panel, twins[i]] }));
  await page.route('**/api/packs/gt-vision/application', (route) =>
    route.fulfill({ json: { title: 'Budget', section: 'application', range: 'now-1h', refresh: '5s', rows } }),
  );
  const log: Log = { sent: [], inFlight: 0, most: 0, gate };
  await page.route('**/api/ds/*/api/v1/**', async (route) => {
    // Slow enough that they would pile up.
    await new Promise((resolve) => setTimeout(resolve, 100));
    await log.gate;
    await route.continue().catch(() => {});
  });
  const isQuery = (request: Request) => request.url().includes('/api/v1/');
  page.on('request', (request) => {
    if (!isQuery(request)) return;
    const form = new URLSearchParams(request.postData() ?? '');
    log.sent.push({ query: form.get('query') ?? '', key: `${request.url()} ${form}` });
    log.inFlight++;
    log.most = Math.max(log.most, log.inFlight);
  });
  const over = (request: Request) => {
    if (isQuery(request)) log.inFlight--;
  };
  page.on('requestfinished', over);
  page.on('requestfailed', over);
  await page.goto(`/d/gt-vision/application${search}`);
  return log;
}

const panelsIn = ({ sent }: Log) => sent.flatMap(({ query }) => /^vector\(1\) \* (\d+)$/.exec(query)?.[1] ?? []);
const ready = (page: Page, id: string) =>
  expect(page.locator(`[data-panel-id="${id}"]`)).toHaveAttribute('data-state', 'ready');
const show = (page: Page, isHidden: boolean) =>
  page.evaluate((hidden) => {
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });
    Object.defineProperty(document, 'visibilityState', {
      configurable: true,
      get: () => (hidden ? 'hidden' : 'visible'),
    });
    document.dispatchEvent(new Event('visibilitychange'));
  }, isHidden);

function closedGate(): { readonly gate: Promise<void>; readonly open: () => void } {
  let open = () => {};
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { gate, open };
}

test('asks six at a time, each plan once, and nothing for what is out of sight', async ({ page }) => {
  const log = await openBoard(page, '?refresh=off');
  await ready(page, 'p0');
  await ready(page, 'p0-twin');
  await expect.poll(() => log.inFlight).toBe(0);
  const first = panelsIn(log);
  expect(first).toContain('0');
  expect(first).not.toContain('19');
  await page.locator('[data-panel-id="p19"]').scrollIntoViewIfNeeded();
  await ready(page, 'p19');
  await expect.poll(() => log.inFlight).toBe(0);
  expect(log.most).toBeLessThanOrEqual(6);
  const keys = log.sent.map(({ key }) => key).filter((key) => key.includes('vector'));
  expect(new Set(keys).size).toBe(keys.length);
});

test('what scrolls into view goes first, what scrolled away before it was sent is not asked', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 2600 });
  const { gate, open } = closedGate();
  const log = await openBoard(page, '?refresh=off', gate);
  await expect.poll(() => log.inFlight).toBe(6);
  const first = panelsIn(log);
  await page.evaluate(() => document.querySelector('[data-panel-id="p19"]')?.scrollIntoView({ block: 'end' }));
  await expect(page.locator('[data-panel-id="p19"]')).toBeInViewport();
  open();
  await ready(page, 'p19');
  await expect.poll(() => log.inFlight).toBe(0);
  const later = panelsIn(log).slice(first.length).map(Number);
  expect(later).toContain(19);
  expect(Math.min(...later)).toBeGreaterThan(Math.max(...first.map(Number)) + 1);
  expect(log.most).toBeLessThanOrEqual(6);
});

test('a hidden page is silent, and asks once when it is shown again', async ({ page }) => {
  const log = await openBoard(page, '');
  await ready(page, 'p0');
  await expect.poll(() => log.inFlight).toBe(0);
  await show(page, true);
  const before = log.sent.length;
  // Longer than one refresh: here time itself is what is tested.
  await page.waitForTimeout(7_000);
  expect(log.sent.length).toBe(before);
  await show(page, false);
  await expect.poll(() => panelsIn({ ...log, sent: log.sent.slice(before) }).length).toBeGreaterThan(0);
  await expect.poll(() => log.inFlight).toBe(0);
  const asked = panelsIn({ ...log, sent: log.sent.slice(before) });
  expect(new Set(asked).size).toBe(asked.length);
  expect(log.most).toBeLessThanOrEqual(6);
});

test('a question that is no longer wanted is taken back', async ({ page }) => {
  const log = await openBoard(page, '?refresh=off', closedGate().gate);
  await expect.poll(() => log.inFlight).toBe(6);
  const taken = page.waitForEvent('requestfailed', (request) => (request.postData() ?? '').includes('vector'));
  await page.getByRole('link', { name: 'Overview' }).first().click();
  expect((await taken).failure()?.errorText).toBe('net::ERR_ABORTED');
});
