import { describe, expect, test } from 'vitest';
import { loadedFiles, type Manifest } from './check-bundle.ts';
import { closingLine, judge, sum } from './steps.ts';
import { countPlaywright } from './test-e2e.ts';
import { countVitest } from './vitest.ts';

describe('the closing line', () => {
  const results = [
    { passed: 5, failed: 0, skipped: [] },
    { passed: 120, failed: 1, skipped: ['a: why', 'b: why'] },
  ];

  test('counts the tests of all steps', () => {
    expect(closingLine(sum(results))).toBe('125 passed, 1 failed, 2 skipped');
    expect(closingLine(sum(results.slice(0, 1)))).toBe('5 passed, 0 failed');
  });

  test('on a build server what was skipped has failed', () => {
    expect(closingLine(judge(sum(results), true))).toBe('125 passed, 3 failed');
    expect(closingLine(judge(sum(results), false))).toBe('125 passed, 1 failed, 2 skipped');
  });
});

describe('counting reports', () => {
  const report = { success: true, numPassedTests: 3, numFailedTests: 0, testResults: [] };
  const unrun = [{ name: 'a.test.ts', assertionResults: [{ status: 'skipped', fullName: 'a later' }] }];
  test.each([
    ['all passed', report, 0, { passed: 3, failed: 0, skipped: [] }],
    ['some failed', { ...report, success: false, numFailedTests: 2 }, 1, { passed: 3, failed: 2, skipped: [] }],
    ['a file that does not load', { ...report, success: false }, 1, { passed: 3, failed: 1, skipped: [] }],
    ['an error beside the tests', report, 1, { passed: 3, failed: 1, skipped: [] }],
    ['some skipped', { ...report, testResults: unrun }, 0, { passed: 3, failed: 0, skipped: ['a later (skipped)'] }],
  ])('Vitest: %s', (_name, vitestReport, exitCode, expected) => {
    expect(countVitest(vitestReport, exitCode)).toEqual(expected);
  });

  const stats = { expected: 4, unexpected: 0, flaky: 0, skipped: 0 };
  test.each([
    ['all passed', { stats, errors: [] }, 0, '4 passed, 0 failed'],
    ['flaky is failed', { stats: { ...stats, unexpected: 1, flaky: 1 }, errors: [] }, 1, '4 passed, 2 failed'],
    ['a setup that fails', { stats: { ...stats, expected: 0 }, errors: [{}] }, 1, '0 passed, 1 failed'],
    ['skipped', { stats: { ...stats, skipped: 2 }, errors: [] }, 0, '4 passed, 0 failed, 2 skipped'],
  ])('Playwright: %s', (_name, playwrightReport, exitCode, expected) => {
    expect(closingLine(countPlaywright(playwrightReport, exitCode))).toBe(expected);
  });
});

describe('loadedFiles', () => {
  const manifest: Manifest = {
    'index.html': { file: 'a.js', css: ['a.css'], imports: ['_shared.js'] },
    '_shared.js': { file: 'shared.js', css: ['shared.css'], imports: [] },
    'page.tsx': { file: 'page.js', css: ['page.css'], imports: ['_shared.js', 'index.html'] },
    'other.tsx': { file: 'other.js', css: [], imports: [] },
  };

  test('takes each file once, and what it imports', () => {
    const files = ['a.js', 'a.css', 'shared.js', 'shared.css', 'page.js', 'page.css'];
    expect(loadedFiles(manifest, ['index.html', 'page.tsx'])).toEqual(files);
  });

  test('a source without a chunk of its own would go uncounted', () => {
    expect(() => loadedFiles(manifest, ['gone.tsx'])).toThrow('the build has no chunk for gone.tsx');
  });
});
