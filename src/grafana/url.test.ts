import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDuration, parseDuration } from '../model/duration.ts';
import { fixedRange } from '../model/timeRange.ts';
import { type GrafanaAddress, grafanaUrl } from './url.ts';

const base: GrafanaAddress = {
  baseUrl: 'https://grafana.example',
  uid: 'gt-vision-business',
  mode: 'full',
  range: { from: 'now-6h', to: 'now' },
  variables: new Map(),
  theme: 'dark',
  refresh: 30_000,
  timeZone: 'America/Sao_Paulo',
};

const parse = (address: Partial<GrafanaAddress>) => new URL(grafanaUrl({ ...base, ...address }));

describe('grafanaUrl', () => {
  it.each([
    ['one panel in a frame', { mode: 'solo', panel: 4 }, '/d-solo/gt-vision-business', { panelId: '4' }],
    ['a dashboard in a frame', { mode: 'solo' }, '/d/gt-vision-business', { kiosk: 'true' }],
    ['one panel on its own page', { panel: 4 }, '/d/gt-vision-business', { viewPanel: '4' }],
    ['a dashboard on its own page', {}, '/d/gt-vision-business', {}],
    ['another organisation', { orgId: 2 }, '/d/gt-vision-business', { orgId: '2' }],
  ] as const)('addresses %s', (_, address, path, own) => {
    const url = parse(address);
    expect(url.pathname).toBe(path);
    expect(Object.fromEntries(url.searchParams)).toEqual({
      from: 'now-6h',
      to: 'now',
      theme: 'dark',
      refresh: '30s',
      timezone: 'America/Sao_Paulo',
      ...own,
    });
  });

  it.each([
    ['https://grafana.example/', '/d/gt-vision-business'],
    ['https://example.org/tools/grafana', '/tools/grafana/d/gt-vision-business'],
    ['https://example.org/tools/grafana//', '/tools/grafana/d/gt-vision-business'],
  ])('keeps the path prefix of %s', (baseUrl, path) => {
    expect(parse({ baseUrl }).pathname).toBe(path);
  });

  it('takes a base on the same host', () => {
    expect(grafanaUrl({ ...base, baseUrl: '/grafana' })).toMatch(/^\/grafana\/d\/gt-vision-business\?from=now-6h&/);
  });

  it('asks for no refresh when the board has none', () => {
    expect(parse({ refresh: null }).searchParams.get('refresh')).toBe('');
    expect(parse({ refresh: 90_000 }).searchParams.get('refresh')).toBe('1m30s');
  });

  it.each([
    ['one unit', 'now-6h', 'now-6h'],
    ['rounding', 'now-1d/d', 'now-1d/d'],
    ['several units', 'now-1h30m', 'now-1h-30m'],
    ['several units and rounding', 'now-1d2h/h+5m', 'now-1d-2h/h+5m'],
    ['more than it reads', 'now-1d4h46m24s', 'now-103584s'],
    ['an instant', '1714521600000', '1714521600000'],
    ['an instant as ISO text', '2024-05-01T00:00:00Z', '1714521600000'],
    ['an instant of another zone', '2024-05-01T02:00+02:00', '1714521600000'],
    ["a time of the board's zone", '2024-05-01T09:30', String(Date.UTC(2024, 4, 1, 12, 30))],
    ["a day of the board's zone", '2024-05-01', String(Date.UTC(2024, 4, 1, 3))],
  ])('writes %s so that Grafana reads it: %s', (_, from, written) => {
    expect(parse({ range: { from, to: 'now' } }).searchParams.get('from')).toBe(written);
  });

  it('ends with the end of a day', () => {
    const { searchParams } = parse({ range: { from: '2024-05-01', to: '2024-05-01' } });
    expect(searchParams.get('to')).toBe(String(Date.UTC(2024, 4, 2, 3) - 1));
  });

  it('writes a range of any length so that Grafana reads it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999_999 }), (seconds) => {
        const from = `now-${formatDuration(seconds * 1000)}`;
        const written = parse({ range: { from, to: 'now' } }).searchParams.get('from') ?? '';
        // As its parseDateMath has it: a sign before each amount, and no digit beyond the tenth character after `now`.
        expect(written).toMatch(/^now(-\d+[ywdhms])+$/);
        expect(written.slice(13)).not.toMatch(/\d/);
        const [, ...amounts] = written.split('-');
        expect(amounts.reduce((sum, amount) => sum + (parseDuration(amount) ?? 0), 0)).toBe(seconds * 1000);
      }),
    );
  });

  it('carries any uid, range and variables without loss', () => {
    const latest = Date.UTC(2100, 0, 1);
    const name = fc.stringMatching(/^[A-Za-z_]\w{0,8}$/);
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, unit: 'grapheme' }).filter((uid) => uid !== '.' && uid !== '..'),
        fc.tuple(fc.nat({ max: latest }), fc.nat({ max: latest })),
        fc.uniqueArray(fc.tuple(name, fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1 })), {
          selector: ([key]) => key,
        }),
        (uid, [from, to], variables) => {
          const url = parse({ uid, range: fixedRange({ from, to }), variables: new Map(variables) });
          expect(decodeURIComponent(url.pathname.slice('/d/'.length))).toBe(uid);
          expect(url.searchParams.get('from')).toBe(String(from));
          expect(url.searchParams.get('to')).toBe(String(to));
          for (const [key, values] of variables) expect(url.searchParams.getAll(`var-${key}`)).toEqual(values);
        },
      ),
    );
  });
});
