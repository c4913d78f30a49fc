import { findings } from './support/axe.ts';
import { drawn, expect, test } from './support/test.ts';

const pages = [
  '/d/gt-vision/business',
  '/d/gt-vision/application',
  '/d/gt-vision/system',
  '/d/gt-vision/infrastructure',
  '/d/tsijukebox/application',
  '/d/mordomo/pipeline',
  '/d/collector-api/databases',
  '/d/rbaileys/connection-health',
  '/kiosk/gt-vision',
  '/kiosk/mordomo',
  '/embed/gt-vision/business',
  '/embed/rbaileys/buffer-performance',
  '/embed/gt-vision/business/active-streams',
];

for (const theme of ['light', 'dark'] as const) {
  for (const address of pages) {
    test(`axe finds nothing at ${address}, ${theme}`, async ({ page }) => {
      await page.goto(`${address}?theme=${theme}`);
      await drawn(page);
      expect(await findings(page)).toEqual([]);
    });
  }

  test(`axe finds nothing on the overview, ${theme}`, async ({ page }) => {
    await page.goto(`/?theme=${theme}`);
    await expect(page.getByRole('region', { name: 'GT-Vision' })).toBeVisible();
    expect(await findings(page)).toEqual([]);
  });
}
