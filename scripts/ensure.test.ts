import { expect, test } from 'vitest';
import { installHint } from './ensure.ts';

test('the hint names each Debian package once', () => {
  expect(installHint(['prometheus', 'promtool', 'chromium'])).toBe(
    'install prometheus, promtool, chromium (on Debian: apt-get install prometheus chromium)',
  );
});
