import { describe, expect, it } from 'vitest';
import { familiesOf } from './families.ts';
import { rowsOf } from './rows.ts';
import { fittingRows } from './search.ts';

const rows = (names: readonly string[]) => rowsOf(familiesOf(names, {}));
const shape = (names: readonly string[]) => rows(names).map(({ key, families }) => [key, families.length]);
const numbered = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, i) => `${prefix}${String(i).padStart(4, '0')}`);

describe('rows', () => {
  it('begin with scrapes, errors and latencies, and end with what runtimes tell of themselves', () => {
    const names = [
      'go_goroutines',
      'up',
      'scrape_series_added',
      'api_errors_total',
      'api_duration_seconds_bucket',
      'api_duration_seconds_count',
      ...numbered('api_x', 3),
      'process_open_fds',
      'lonely',
      'api_x0001_created',
      'go_created',
    ];
    expect(shape(names)).toEqual([
      ['opening', 3],
      ['api', 3],
      ['others 0', 1],
      ['runtime process', 1],
      ['runtime go', 1],
      ['created', 2],
      ['scrape', 1],
    ]);
    expect(rows(names)[0]?.families.map(({ name }) => name)).toEqual([
      'up',
      'api_errors_total',
      'api_duration_seconds',
    ]);
    expect(rows(names).filter(({ isRuntime }) => isRuntime)).toHaveLength(4);
  });

  it.each([
    ['few of one prefix stay together', numbered('app_', 24), [['app', 24]]],
    [
      'many are divided by the next word',
      [...numbered('app_web_', 20), ...numbered('app_db_', 20), 'app_alone'],
      [
        ['app_db', 20],
        ['app_web', 20],
        ['app rest', 1],
      ],
    ],
    [
      'and by number where no word tells them apart',
      numbered('app_', 50),
      [
        ['app from app_0000', 17],
        ['app from app_0017', 17],
        ['app from app_0034', 16],
      ],
    ],
    ['what has nothing in common is in one row', ['a', 'b', 'c'], [['others 0', 3]]],
    ['nothing makes none', [], []],
  ])('%s', (_, names, expected) => {
    expect(shape(names)).toEqual(expected);
  });

  it('keep each family, however many there are', () => {
    const names = [...numbered('app_', 500), ...numbered('app_web_', 300), ...numbered('x', 200)];
    const all = rows(names);
    expect(all.flatMap(({ families }) => families)).toHaveLength(1000);
    expect(new Set(all.map(({ key }) => key)).size).toBe(all.length);
    expect(Math.max(...all.map(({ families }) => families.length))).toBeLessThanOrEqual(24);
  });

  it('are found by words of metrics, in any order', () => {
    const found = fittingRows(
      rows(['api_http_requests_total', 'api_http_bytes', 'api_other', 'db_rows']),
      ' HTTP  api ',
    );
    expect(found.map(({ families }) => families.map(({ name }) => name))).toEqual([
      ['api_http_bytes', 'api_http_requests_total'],
    ]);
  });
});
