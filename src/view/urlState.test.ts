import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allValue, decodeView, encodeView, type View, type ViewDefaults } from './urlState.ts';

const defaults: ViewDefaults = { range: { from: 'now-1h', to: 'now' }, refresh: 30_000, timeZone: 'browser' };

const byDefault: View = {
  ...defaults,
  theme: null,
  language: null,
  dataSource: null,
  variables: new Map(),
  panel: null,
  rest: [],
};

describe('decodeView', () => {
  it.each(['', '?'])('%j is the default view', (search) => {
    expect(decodeView(search, defaults)).toEqual({ view: byDefault, problems: [] });
  });

  it('reads all there is', () => {
    const search =
      '?from=now-1d/d&to=now-1d/d&refresh=off&tz=America/Sao_Paulo&theme=dark&lang=pt-BR&ds=main' +
      '&var-instance=a&var-instance=b:80&var-job=$__all&panel=cpu--a b&kiosk=1&x=2&kiosk=3';
    expect(decodeView(search, defaults)).toEqual({
      view: {
        range: { from: 'now-1d/d', to: 'now-1d/d' },
        refresh: null,
        timeZone: 'America/Sao_Paulo',
        theme: 'dark',
        language: 'pt-BR',
        dataSource: 'main',
        variables: new Map([
          ['instance', ['a', 'b:80']],
          ['job', [allValue]],
        ]),
        panel: 'cpu--a b',
        rest: [
          ['kiosk', '1'],
          ['x', '2'],
          ['kiosk', '3'],
        ],
      },
      problems: [],
    });
  });

  it.each<[string, Partial<View>]>([
    ['from=now-6h', { range: { from: 'now-6h', to: 'now' } }],
    ['from=%20now-6h%20', { range: { from: 'now-6h', to: 'now' } }],
    ['from=1715774400000&to=2024-05-16', { range: { from: '1715774400000', to: '2024-05-16' } }],
    ['from=now/d&to=now-13h', { range: { from: 'now/d', to: 'now-13h' } }],
    ['refresh=1m30s', { refresh: 90_000 }],
    ['tz=UTC', { timeZone: 'utc' }],
    ['lang=pt', { language: 'pt-BR' }],
    ['theme=system', { theme: 'system' }],
    ['var-q=', { variables: new Map([['q', ['']]]) }],
    ['var-q=a&var-q=a', { variables: new Map([['q', ['a']]]) }],
    ['var-q=a&var-q=$__all&var-q=b', { variables: new Map([['q', [allValue]]]) }],
    [
      'var-=1&var-a-b=2&From=3',
      {
        rest: [
          ['var-', '1'],
          ['var-a-b', '2'],
          ['From', '3'],
        ],
      },
    ],
  ])('%s', (search, part) => {
    expect(decodeView(search, defaults)).toEqual({ view: { ...byDefault, ...part }, problems: [] });
  });

  it.each([
    ['from=yesterday', 'from', 'yesterday', 'time'],
    ['to=', 'to', '', 'time'],
    ['from=now&to=now-1h', 'from', 'now', 'empty-range'],
    ['from=2000&to=1000', 'from', '2000', 'empty-range'],
    ['refresh=fast', 'refresh', 'fast', 'refresh'],
    ['refresh=0', 'refresh', '0', 'refresh'],
    ['refresh=1ms', 'refresh', '1ms', 'refresh'],
    ['tz=Mars/Olympus', 'tz', 'Mars/Olympus', 'time-zone'],
    ['theme=pink', 'theme', 'pink', 'theme'],
    ['lang=de', 'lang', 'de', 'language'],
    ['ds=', 'ds', '', 'empty'],
    ['panel=', 'panel', '', 'empty'],
  ])('%s falls back and says so', (search, key, value, reason) => {
    expect(decodeView(search, defaults)).toEqual({ view: byDefault, problems: [{ key, value, reason }] });
  });

  it('takes the first of a key that stands twice, and says so', () => {
    const { view, problems } = decodeView('ds=a&ds=b', defaults);
    expect(view.dataSource).toBe('a');
    expect(problems).toEqual([{ key: 'ds', value: 'b', reason: 'repeated' }]);
  });

  it('reports each problem, and keeps what is right', () => {
    const { view, problems } = decodeView('refresh=x&theme=dark&tz=y', defaults);
    expect(view).toEqual({ ...byDefault, theme: 'dark' });
    expect(problems.map(({ key }) => key)).toEqual(['refresh', 'tz']);
  });
});

describe('encodeView', () => {
  it('leaves out what is as by default', () => {
    expect(encodeView(byDefault, defaults)).toBe('');
    expect(encodeView({ ...byDefault, refresh: null }, { ...defaults, refresh: null })).toBe('');
  });

  it('stays readable', () => {
    const view: View = {
      ...byDefault,
      range: { from: 'now/d', to: 'now' },
      refresh: null,
      timeZone: 'Asia/Tokyo',
      variables: new Map([
        ['job', [allValue]],
        ['instance', ['a:80', 'b&c=d']],
      ]),
      rest: [['note', '100%2F']],
    };
    expect(encodeView(view, defaults)).toBe(
      '?from=now/d&refresh=off&tz=Asia/Tokyo&var-job=$__all&var-instance=a:80&var-instance=b%26c%3Dd&note=100%252F',
    );
  });
});

describe('the pair', () => {
  const relative = fc
    .tuple(fc.integer({ min: 1, max: 99 }), fc.constantFrom('s', 'm', 'h', 'd', 'w', 'M', 'y'), fc.boolean())
    .map(([amount, unit, round]) => `now-${amount}${unit}${round ? `/${unit}` : ''}`);
  const range = fc.oneof(
    relative.map((from) => ({ from, to: 'now' })),
    fc.integer({ min: 1, max: 4e12 }).map((from) => ({ from: String(from), to: String(from + 60_000) })),
    fc.constant({ from: '2024-05-15T10:00', to: '2024-05-15 12:00:30' }),
  );
  const refresh = fc.option(fc.integer({ min: 1000, max: 1e9 }));
  const timeZone = fc.constantFrom('browser', 'utc', 'America/Sao_Paulo', 'Asia/Kolkata');
  const text = fc.string({ unit: 'grapheme', minLength: 1 });
  const values = fc.oneof(
    fc.constant([allValue]),
    fc.uniqueArray(
      fc.string({ unit: 'grapheme' }).filter((value) => value !== allValue),
      { minLength: 1, maxLength: 4 },
    ),
  );
  const known = ['from', 'to', 'refresh', 'tz', 'theme', 'lang', 'ds', 'panel'];
  const unknownKey = fc.string({ unit: 'grapheme' }).filter((key) => !known.includes(key) && !key.startsWith('var-'));
  const anyView: fc.Arbitrary<View> = fc.record({
    range,
    refresh,
    timeZone,
    theme: fc.option(fc.constantFrom('light', 'dark', 'system')),
    language: fc.option(fc.constantFrom('en', 'pt-BR')),
    dataSource: fc.option(text),
    variables: fc
      .uniqueArray(fc.tuple(fc.stringMatching(/^[A-Za-z_]\w{0,8}$/), values), { selector: ([name]) => name })
      .map((entries) => new Map(entries)),
    panel: fc.option(text),
    rest: fc.array(fc.tuple(unknownKey, fc.string({ unit: 'grapheme' }))),
  });
  const anyDefaults: fc.Arbitrary<ViewDefaults> = fc.record({ range, refresh, timeZone });

  it('reads back what it wrote, whatever the defaults', () => {
    fc.assert(
      fc.property(anyView, anyDefaults, (view, viewDefaults) => {
        expect(decodeView(encodeView(view, viewDefaults), viewDefaults)).toEqual({ view, problems: [] });
      }),
      { numRuns: 500 },
    );
  });

  it('makes a view of any garbage, and settles at once', () => {
    const key = fc.oneof(fc.constantFrom(...known, 'var-a', 'var-', '__proto__'), fc.string());
    const value = fc.oneof(fc.constantFrom('now', 'now-1h', '%', '%zz', '5s', 'utc', allValue), fc.string());
    const pairs = fc.array(fc.tuple(key, value).map((pair) => pair.join('='))).map((parts) => parts.join('&'));
    fc.assert(
      fc.property(fc.oneof(pairs, fc.string({ unit: 'binary' })), (search) => {
        const { view } = decodeView(search, defaults);
        expect(decodeView(encodeView(view, defaults), defaults)).toEqual({ view, problems: [] });
      }),
      { numRuns: 1000 },
    );
  });
});
