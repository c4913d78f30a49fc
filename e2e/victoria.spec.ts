import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { createFleet } from '../mocks/fleet/fleet.ts';
import { startVictoriaMetrics, type VictoriaMetrics } from '../scripts/lab/victoriaMetrics.ts';
import { type Gateway, startGateway } from './support/gateway.ts';
import { serve } from './support/pages.ts';
import { drawn, expect, test } from './support/test.ts';

const folder = resolve(import.meta.dirname, '../.lab/e2e/victoria');
const quarter = 15_000;

let server: VictoriaMetrics;
let gateway: Gateway;

test.beforeAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  server = await startVictoriaMetrics(folder, [{ job_name: 'self', static_configs: [{ targets: ['%{ADDRESS}'] }] }]);
  const fleet = createFleet({ incidents: 'none', only: ['gt-vision'] });
  const sources = fleet.map((target) => ({ ...target, series: target.families.flatMap(({ series }) => series) }));
  // Into the future: nobody scrapes these.
  const now = Math.floor(Date.now() / quarter) * quarter;
  await server.write(sources, { from: now - 3_600_000, to: now + 300_000, step: quarter });
  gateway = await startGateway('victoria', { PROMETHEUS_URL: server.url });
});

test.afterAll(async () => {
  await gateway?.stop();
  await server?.stop();
});

test('a board draws, live and whole, and by a clock that is not called wrong', async ({ page }) => {
  await page.goto(`${gateway.url}/d/gt-vision/business?from=now-30m`);
  await drawn(page);
  const panels = page.locator('[data-panel-id][data-state="ready"]');
  expect(await panels.count()).toBeGreaterThan(3);
  await expect(page.locator('[data-panel-id][data-state="error"]')).toHaveCount(0);
  await expect(page.locator('[data-panel-id][data-state="ready"]:not([data-completeness="complete"])')).toHaveCount(0);
  await expect(page.locator('[data-panel-id][data-state="ready"]:not([data-freshness="live"])')).toHaveCount(0);
  await expect(page.getByText(/clock .* (fast|slow)/)).toHaveCount(0);
});

test('Explore completes, asks over a range and for raw samples', async ({ page }) => {
  await page.goto(`${gateway.url}/explore?from=now-30m`);
  await expect(page.getByText(/^[\d,]+ metrics$/)).toBeVisible();
  const editor = page.getByRole('textbox', { name: 'Query 1', exact: true });
  await editor.click();
  await page.keyboard.type('gtvision_cameras_on');
  // Not by Enter: the list takes no keys in its first moment.
  await page.getByRole('option', { name: /gtvision_cameras_online/ }).click();
  await expect(editor).toHaveText('gtvision_cameras_online');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/^[1-9]\d* series · .* · answered in/)).toBeVisible();
  await drawn(page);
  await expect(page.locator('[data-panel-id]').first()).toHaveAttribute('data-state', 'ready');

  await page.goto(`${gateway.url}/explore?expr=up%5B5m%5D&mode=instant`);
  await expect(page.getByText(/^\d+ series · .* · answered in/)).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('the pages about the server show what there is, and say what is not offered', async ({ page, complaints }) => {
  // A browser logs what fails; each part is asked for just once.
  complaints.allow(/status of 400 \(Bad Request\)/);
  const refused: string[] = [];
  page.on('response', (response) => response.status() === 400 && refused.push(new URL(response.url()).pathname));
  await page.goto(`${gateway.url}/status?refresh=off`);
  const part = (name: string) => page.getByRole('region', { name, exact: true });
  await expect(part('Database').getByText('Series today (UTC)')).toBeVisible();
  await expect(part('Configuration').getByText('job_name: self')).toBeVisible();
  for (const name of ['Build', 'Runtime', 'Alertmanagers', 'Flags'])
    await expect(part(name).getByText('This server does not offer this.')).toBeVisible();
  const again = page.waitForResponse(/status\/tsdb$/);
  await page.keyboard.press('r');
  await again;
  expect(refused.map((path) => path.replace(/.*\//, '')).toSorted()).toEqual([
    'alertmanagers',
    'flags',
    'runtimeinfo',
    'walreplay',
  ]);

  await page.goto(`${gateway.url}/rules`);
  await expect(page.getByText(/VictoriaMetrics leaves rules to vmalert/)).toBeVisible();
  await page.goto(`${gateway.url}/alerts`);
  await expect(page.getByText(/VictoriaMetrics leaves them to vmalert/)).toBeVisible();
  await page.goto(`${gateway.url}/targets`);
  await expect(page.getByText('1 up, 0 down')).toBeVisible();
  await page.goto(`${gateway.url}/service-discovery`);
  await expect(page.getByText('1 kept, 0 dropped')).toBeVisible();
});

test('an answer that lacks a part is marked so', async ({ page }) => {
  // What a cluster says while one of its storage nodes is away.
  const cluster = await serve((request, response) => {
    const forward = async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(Buffer.from(chunk));
      const headers = { 'content-type': request.headers['content-type'] ?? '' };
      const method = request.method ?? 'GET';
      const body = method === 'POST' ? { body: Buffer.concat(chunks) } : {};
      const answer = await fetch(`${server.url}${request.url}`, { method, headers, ...body });
      const text = await answer.text();
      response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' });
      response.end(text.replace('{"status":"success"', '{"status":"success","isPartial":true'));
    };
    forward().catch((error: unknown) => response.destroy(new Error(String(error))));
  });
  const before = await startGateway('victoria-partial', { PROMETHEUS_URL: cluster.url });
  try {
    await page.goto(`${before.url}/explore?expr=gtvision_cameras_online&from=now-30m`);
    await drawn(page);
    const panel = page.locator('[data-panel-id]').first();
    await expect(panel).toHaveAttribute('data-completeness', 'partial');
    await expect(panel.getByText('partial')).toBeVisible();
  } finally {
    // A page that is still there complains of a gateway that is not.
    await page.close();
    await before.stop();
    await cluster.stop();
  }
});
