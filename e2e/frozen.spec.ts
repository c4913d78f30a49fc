import type { Page, Request, TestInfo } from '@playwright/test';
import { kinds, startFrozenBoard } from './support/frozenBoard.ts';
import { drawn, expect, test } from './support/test.ts';

const failedRequests = /Failed to load resource/;
/** What has no data cannot grow old. */
const withData = kinds.filter((kind) => kind !== 'text');

/** Lets the browser's time pass; the servers' is real, and each step leaves them a moment to answer. */
async function pass(page: Page, ms: number): Promise<void> {
  for (let passed = 0; passed < ms; passed += 5_000) await page.clock.runFor(5_000);
}

/** Follows what a page asks; the function it gives waits until all of it is answered. */
function watchRequests(page: Page): () => Promise<void> {
  const open = new Set<Request>();
  const end = (request: Request) => open.delete(request);
  page
    .on('request', (request) => open.add(request))
    .on('requestfinished', end)
    .on('requestfailed', end);
  return () => expect.poll(() => open.size).toBe(0);
}

/** What each panel says, its ages left out. */
function texts(page: Page): Promise<Record<string, string>> {
  return page.locator('[data-panel-id]').evaluateAll((panels) =>
    Object.fromEntries(
      panels.map((panel) => {
        const body = panel.querySelector('header + *') ?? panel;
        const words = [...panel.children].filter((child) => child.tagName !== 'HEADER' && child !== body);
        const text = [body, ...words].map((part) => part.textContent ?? '').join(' ');
        return [panel.getAttribute('data-panel-id') ?? '', text.replaceAll(/\d+ (s|min|h)( \d+ (s|min))?/g, '…')];
      }),
    ),
  );
}

/** The room inside each panel's border, CSS pixels. */
function widths(page: Page): Promise<number[]> {
  return page.locator('[data-panel-id]').evaluateAll((panels) => panels.map((panel) => panel.clientWidth));
}

function freshness(page: Page, of: readonly string[] = withData): Promise<(string | null)[]> {
  const panels = of.map((kind) => page.locator(`[data-panel-id="${kind}"]`));
  return Promise.all(panels.map((panel) => panel.getAttribute('data-freshness')));
}

/** Takes a picture of the page and puts it to the report. */
async function attachPicture(page: Page, testInfo: TestInfo, name: string): Promise<void> {
  const path = testInfo.outputPath(`${name}.png`);
  await page.screenshot({ path });
  await testInfo.attach(name, { path, contentType: 'image/png' });
}

const all = (state: string) => withData.map(() => state);

for (const theme of ['light', 'dark'] as const) {
  test(`a frozen Prometheus, ${theme}: every kind goes live, late, stale and live again, and no value changes in silence`, async ({
    page,
    complaints,
  }, testInfo) => {
    test.setTimeout(150_000);
    complaints.allow(failedRequests);
    const board = await startFrozenBoard();
    const picture = (name: string) => attachPicture(page, testInfo, `${name}-${theme}`);
    try {
      const answered = watchRequests(page);
      await page.clock.install();
      await page.setViewportSize({ width: 1440, height: 1240 });
      await page.goto(`${board.url}?theme=${theme}`);
      await drawn(page);
      for (const kind of kinds) {
        await expect(page.locator(`[data-panel-id="${kind}"]`), kind).toHaveAttribute('data-state', 'ready', {
          timeout: 30_000,
        });
      }
      await pass(page, 5_000);
      expect(await freshness(page)).toEqual(all('live'));
      await picture('1-live');

      // An answer that is on its way when the server freezes may come later than what is looked at then.
      await answered();
      board.freeze();
      await pass(page, 5_000);
      const before = await texts(page);
      await pass(page, 40_000);
      expect(await freshness(page)).toEqual(all('late'));
      expect(await texts(page)).toEqual(before);
      await picture('2-late');

      await pass(page, 555_000);
      expect(await freshness(page)).toEqual(all('stale'));
      expect(await texts(page)).toEqual(before);
      for (const kind of withData) {
        await expect(page.locator(`[data-panel-id="${kind}"]`).getByText(/^10 min( \d+ s)? old$/), kind).toBeVisible();
      }
      await expect(page.getByRole('button', { name: /data 10 min old/ })).toBeVisible();
      await picture('3-stale');

      board.resume();
      // By now the browser's clock is ten minutes ahead of the server's: that is found out, told, and not taken for an end.
      await expect(async () => {
        await pass(page, 5_000);
        expect(await freshness(page)).toEqual(all('live'));
      }).toPass({ timeout: 40_000 });
      await expect(page.getByText(/^clock (9|10) min( \d+ s)? fast$/)).toBeVisible();
      await expect(page.getByText(/\bended\b/)).toHaveCount(0);
      await picture('4-live-again');
    } finally {
      await board.stop();
    }
  });
}

/** With how many kinds of the board are in sight. */
const surfaces = [
  { surface: 'wall', size: { width: 1920, height: 1080 }, address: 'wall', query: 'every=1h', seen: 8 },
  { surface: 'phone', size: { width: 390, height: 844 }, address: 'url', query: '', seen: 3 },
] as const;

for (const { surface, size, address, query, seen } of surfaces) {
  for (const theme of ['light', 'dark'] as const) {
    test(`a frozen Prometheus on a ${surface}, ${theme}: all that is seen says that it is stale`, async ({
      page,
      complaints,
    }, testInfo) => {
      test.setTimeout(120_000);
      complaints.allow(failedRequests);
      const board = await startFrozenBoard();
      try {
        const answered = watchRequests(page);
        await page.clock.install();
        await page.setViewportSize(size);
        await page.goto(`${board[address]}?theme=${theme}&${query}`);
        await drawn(page);
        const seenKinds = kinds.slice(0, seen);
        for (const kind of seenKinds) {
          await expect(page.locator(`[data-panel-id="${kind}"]`), kind).toHaveAttribute('data-state', 'ready', {
            timeout: 30_000,
          });
        }
        await pass(page, 5_000);
        expect(await freshness(page, seenKinds)).toEqual(seenKinds.map(() => 'live'));
        await answered();
        board.freeze();
        await pass(page, 5_000);
        const before = await texts(page);
        const widthsBefore = await widths(page);
        await pass(page, 180_000);
        expect(await freshness(page, seenKinds)).toEqual(seenKinds.map(() => 'stale'));
        expect(await widths(page)).toEqual(widthsBefore);
        // What has come into sight since, or has not, is another matter.
        const after = await texts(page);
        for (const kind of seenKinds) {
          expect(after[kind], kind).toBe(before[kind]);
          const panel = page.locator(`[data-panel-id="${kind}"]`);
          await expect(panel.getByText(/^3 min( \d+ s)? old$/), kind).toBeVisible();
        }
        await expect(page.getByText(/\bdata 3 min( \d+ s)? old$/)).toBeVisible();
        await attachPicture(page, testInfo, `stale-${surface}-${theme}`);
      } finally {
        await board.stop();
      }
    });
  }
}
