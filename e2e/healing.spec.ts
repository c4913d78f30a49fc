import { drawn, expect, test } from './support/test.ts';

const wall = '/kiosk/gt-vision';

test('a wall that came up before its server starts by itself once there is one', async ({ page, complaints }) => {
  complaints.allow(/Failed to load resource/);
  await page.clock.install();
  await page.route('**/api/config', (route) => route.abort());
  await page.goto(wall);
  await expect(page.getByRole('heading', { name: 'Mirante could not start' })).toBeVisible();
  await page.unroute('**/api/config');
  await page.clock.fastForward('00:31');
  await drawn(page);
});

for (const [what, address] of [
  ['the packs', '**/api/packs'],
  ['a dashboard', '**/api/packs/gt-vision/*'],
] as const) {
  test(`a wall that got no answer for ${what} asks again by itself`, async ({ page, complaints }) => {
    complaints.allow(/Failed to load resource/);
    await page.clock.install();
    await page.route(address, (route) => route.abort());
    await page.goto(wall);
    await expect(page.getByRole('alert').filter({ hasText: /\w/ })).toBeVisible();
    await page.unroute(address);
    await page.clock.fastForward('01:01');
    await drawn(page);
  });
}

test('a wall whose server was updated loads itself again, and stays as it is otherwise', async ({ page, baseURL }) => {
  let build = await (await page.request.get('/')).text();
  let looks = 0;
  await page.clock.install();
  await page.route(`${baseURL}/`, (route) => {
    looks++;
    return route.fulfill({ body: build, contentType: 'text/html' });
  });
  await page.goto(wall);
  await drawn(page);
  const mark = () => page.evaluate(() => document.documentElement.dataset.mark);
  await page.evaluate(() => {
    document.documentElement.dataset.mark = 'before';
  });
  await page.clock.fastForward('05:01');
  await expect.poll(() => looks).toBe(1);
  expect(await mark()).toBe('before');
  build = build.replace(/src="\/assets\/index-\w+\.js"/, 'src="/assets/index-another.js"');
  await page.clock.fastForward('05:01');
  await page.waitForFunction(() => document.documentElement.dataset.mark === undefined);
  await drawn(page);
});

test('a page that gets none of its code says so, and loads itself again once there is some', async ({
  page,
  complaints,
}) => {
  complaints.allow(/Failed to load resource|was preloaded using link preload/);
  await page.clock.install();
  await page.route('**/assets/core-*.js', (route) => route.abort());
  await page.goto(wall);
  await expect(page.getByText('Mirante could not be loaded.')).toBeVisible();
  await page.unrouteAll();
  await page.clock.fastForward('00:31');
  await drawn(page);
});

test('a page whose code is gone is there again when it is loaded again', async ({ page, complaints }) => {
  complaints.allow(/Failed to load resource|Failed to fetch dynamically|A part of the page crashed/);
  await page.goto('/d/gt-vision/business');
  await drawn(page);
  await page.route('**/assets/*.js', (route) => route.fulfill({ status: 404 }));
  await page.getByRole('link', { name: 'Targets' }).click();
  const again = page.getByRole('button', { name: 'Load the page again' });
  await expect(again).toBeVisible();
  await page.unrouteAll();
  await again.click();
  await expect(page.getByRole('heading', { name: 'Targets' })).toBeVisible();
  await expect(again).toHaveCount(0);
});

test('a wall whose code could not be had loads itself again, once its server is there', async ({
  page,
  complaints,
}) => {
  complaints.allow(/Failed to load resource|Failed to fetch dynamically|A part of the page crashed/);
  await page.clock.install();
  await page.goto('/d/gt-vision/business');
  await drawn(page);
  await page.route('**/assets/*.js', (route) => route.fulfill({ status: 404 }));
  await page.getByRole('link', { name: 'Wall display' }).click();
  const failed = page.getByText('This page stopped working.');
  await expect(failed).toBeVisible();
  let asked = 0;
  await page.route('/', (route) => {
    asked++;
    return route.abort();
  });
  await page.clock.fastForward('00:31');
  await expect.poll(() => asked).toBe(1);
  await expect(failed).toBeVisible();
  await page.unrouteAll();
  await page.clock.fastForward('00:31');
  await drawn(page);
});
