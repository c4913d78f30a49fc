import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
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

  it('carries any uid, range and variables without loss', () => {
    const name = fc.stringMatching(/^[A-Za-z_]\w{0,8}$/);
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, unit: 'grapheme' }).filter((uid) => uid !== '.' && uid !== '..'),
        fc.string({ unit: 'grapheme' }),
        fc.uniqueArray(fc.tuple(name, fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1 })), {
          selector: ([key]) => key,
        }),
        (uid, from, variables) => {
          const url = parse({ uid, range: { from, to: 'now' }, variables: new Map(variables) });
          expect(decodeURIComponent(url.pathname.slice('/d/'.length))).toBe(uid);
          expect(url.searchParams.get('from')).toBe(from);
          for (const [key, values] of variables) expect(url.searchParams.getAll(`var-${key}`)).toEqual(values);
        },
      ),
    );
  });
});
