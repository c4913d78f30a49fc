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
