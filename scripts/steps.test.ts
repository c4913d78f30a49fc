import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadedFiles, type Manifest } from './check-bundle.ts';
import { root } from './command.ts';
import { closingLine, failure, judge, sum } from './steps.ts';
import { countPlaywright } from './test-e2e.ts';
import { countVitest } from './vitest.ts';

describe('the closing line', () => {
  const results = [
    { passed: 5, failed: 0, failures: [], skipped: [] },
    { passed: 120, failed: 1, failures: ['c: why'], skipped: ['a: why', 'b: why'] },
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

describe('a failure in a line', () => {
  test.each([
    ['only its name', undefined, 'a.test.ts > adds'],
    [
      'the first line of why, without color',
      '\u001b[31mError\u001b[39m: 1 is not 2\n    at a.ts:1',
      'a.test.ts > adds: Error: 1 is not 2',
    ],
  ])('%s', (_name, why, line) => {
    expect(failure('a.test.ts > adds', why)).toBe(line);
  });
});

describe('counting reports', () => {
  const good = { passed: 3, failed: 0, failures: [], skipped: [] };
  const report = { success: true, numPassedTests: 3, numFailedTests: 0, testResults: [] };
  const file = (status: string, message: string, test?: { status: string; why?: string }) => ({
    ...report,
    success: status !== 'failed',
    numFailedTests: test?.status === 'failed' ? 1 : 0,
    testResults: [
      {
        name: join(root, 'src/a.test.ts'),
        status,
        message,
        assertionResults: test ? [{ status: test.status, fullName: 'a adds', failureMessages: [test.why ?? ''] }] : [],
      },
    ],
  });
  test.each([
    ['all passed', report, 0, good],
    [
      'some failed',
      file('failed', '', { status: 'failed', why: 'Error: 1 is not 2\n    at a.ts:1' }),
      1,
      { ...good, failed: 1, failures: ['src/a.test.ts > a adds: Error: 1 is not 2'] },
    ],
    [
      'a file that does not load',
      file('failed', 'no such file'),
      1,
      { ...good, failed: 1, failures: ['src/a.test.ts: no such file'] },
    ],
    ['an error beside the tests', report, 1, { ...good, failed: 1 }],
    ['some skipped', file('passed', '', { status: 'skipped' }), 0, { ...good, skipped: ['a adds (skipped)'] }],
  ])('Vitest: %s', (_name, vitestReport, exitCode, expected) => {
    expect(countVitest(vitestReport, exitCode)).toEqual(expected);
  });

  const stats = { expected: 4, unexpected: 0, flaky: 0, skipped: 0 };
  const empty = { stats, suites: [], errors: [] };
  const spec = {
    title: 'draws',
    ok: false,
    file: 'a.spec.ts',
    line: 7,
    tests: [{ results: [{ errors: [{ message: 'gone\nhere' }] }] }],
  };
  const passed = { ...spec, title: 'opens', ok: true };
  const failed = { ...stats, expected: 1, unexpected: 1 };
  test.each([
    ['all passed', { ...empty, suites: [{ specs: [passed], suites: [] }] }, 0, '4 passed, 0 failed', []],
    [
      'one failed, in a suite of a file',
      { ...empty, stats: failed, suites: [{ specs: [passed], suites: [{ specs: [spec], suites: [] }] }] },
      1,
      '1 passed, 1 failed',
      ['e2e/a.spec.ts:7 > draws: gone'],
    ],
    ['flaky is failed', { ...empty, stats: { ...stats, unexpected: 1, flaky: 1 } }, 1, '4 passed, 2 failed', []],
    [
      'a setup that fails',
      { ...empty, stats: { ...stats, expected: 0 }, errors: [{ message: 'no browser' }] },
      1,
      '0 passed, 1 failed',
      ['e2e: no browser'],
    ],
    ['skipped', { ...empty, stats: { ...stats, skipped: 2 } }, 0, '4 passed, 0 failed, 2 skipped', []],
  ])('Playwright: %s', (_name, playwrightReport, exitCode, line, failures) => {
    const result = countPlaywright(playwrightReport, exitCode);
    expect(closingLine(result)).toBe(line);
    expect(result.failures).toEqual(failures);
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
