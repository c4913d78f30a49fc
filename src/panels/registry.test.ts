import { describe, expect, it } from 'vitest';
import { panelKinds } from '../model/dashboard.ts';
import { OptionsError } from '../model/options.ts';
import { optionDecoders } from './optionDecoders.ts';
import { panelRegistry } from './registry.ts';

/** The least that kinds with a must-have option take. */
const needed: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  text: { text: 'hi' },
  grafana: { uid: 'a' },
};

describe.each(panelKinds)('the kind %s', (kind) => {
  it('is loaded once and binds its options', async () => {
    const loading = panelRegistry[kind].load();
    expect(panelRegistry[kind].load()).toBe(loading);
    const bound = (await loading).bind({ unit: 'short', thresholds: [], mappings: [], ...needed[kind] });
    expect(bound.render).toBeTypeOf('function');
  });

  it('refuses options that it does not know, in the registry and without it', async () => {
    const loaded = await panelRegistry[kind].load();
    const wrong = { ...needed[kind], surprise: 1 };
    expect(() => loaded.bind(wrong)).toThrow(OptionsError);
    expect(() => optionDecoders[kind](wrong)).toThrow(/surprise/);
  });
});

describe('what a query is asked for', () => {
  it.each([
    ['gauge', {}, 'instant'],
    ['gauge', { reduce: 'last' }, 'instant'],
    ['pie', { reduce: 'mean' }, 'range'],
    ['table', { reduce: 'max' }, 'range'],
    ['timeseries', {}, 'range'],
  ] as const)('by a %s with %o is one of %s', (kind, options, expected) => {
    expect(panelRegistry[kind].prefers(options)).toBe(expected);
  });
});
