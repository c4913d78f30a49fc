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
