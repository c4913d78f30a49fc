import { describe, expect, it } from 'vitest';
import { applyMappings, type ValueMapping } from './mappings.ts';
import { type Threshold, toneOf } from './thresholds.ts';

describe('toneOf', () => {
  const steps: Threshold[] = [
    { value: 90, tone: 'critical' },
    { value: null, tone: 'ok' },
    { value: 70, tone: 'warning' },
  ];

  it.each([
    [Number.NEGATIVE_INFINITY, 'ok'],
    [69.9, 'ok'],
    [70, 'warning'],
    [90, 'critical'],
    [Number.POSITIVE_INFINITY, 'critical'],
    [Number.NaN, null],
  ])('%d is %s', (value, tone) => {
    expect(toneOf(value, steps)).toBe(tone);
  });

  it('is null below the lowest, and without thresholds', () => {
    expect(toneOf(1, [{ value: 2, tone: 'warning' }])).toBeNull();
    expect(toneOf(1, [])).toBeNull();
  });

  it('takes the later of two at the same value', () => {
    const twice: Threshold[] = [
      { value: 1, tone: 'ok' },
      { value: 1, tone: 'critical' },
    ];
    expect(toneOf(1, twice)).toBe('critical');
  });
});

describe('applyMappings', () => {
  const both = (text: string) => ({ en: text, 'pt-BR': `${text} (pt)` });
  const mappings: ValueMapping[] = [
    { value: 0, text: both('Down'), tone: 'critical' },
    { from: 0, to: 10, text: both('Few') },
    { from: 100, to: null, text: both('Many'), tone: 'ok' },
    { from: null, to: -1, text: both('Below') },
    { special: 'nan', text: both('No number') },
    { special: 'absent', text: both('No data'), tone: 'neutral' },
  ];

  it.each([
    [0, 'Down', 'critical'],
    [10, 'Few', null],
    [100, 'Many', 'ok'],
    [Number.POSITIVE_INFINITY, 'Many', 'ok'],
    [Number.NEGATIVE_INFINITY, 'Below', null],
    [Number.NaN, 'No number', null],
    ['absent', 'No data', 'neutral'],
  ] as const)('%s shows %s', (value, text, tone) => {
    expect(applyMappings(value, mappings, 'en')).toEqual({ text, tone });
    expect(applyMappings(value, mappings, 'pt-BR')?.text).toBe(`${text} (pt)`);
  });

  it('is null when nothing matches, and never takes absence or NaN for a number', () => {
    const everything: ValueMapping[] = [{ from: null, to: null, text: both('Any') }];
    expect(applyMappings(50, mappings, 'en')).toBeNull();
    expect(applyMappings('absent', everything, 'en')).toBeNull();
    expect(applyMappings(Number.NaN, everything, 'en')).toBeNull();
  });
});
