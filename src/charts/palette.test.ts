// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { faint, resolveToken, seriesColor, toneToken } from './palette.ts';

describe('the look of series', () => {
  it('differs over the first 32 of them, by dashes from the ninth on', () => {
    const looks = Array.from({ length: 32 }, (_, slot) => seriesColor(slot));
    expect(new Set(looks.map((look) => JSON.stringify(look))).size).toBe(32);
    expect(looks.findIndex(({ dash }) => dash.length > 0)).toBe(8);
  });

  it('takes tokens of the themes only', () => {
    expect(seriesColor(9).token).toBe('--series-2');
    expect(toneToken('critical')).toBe('--critical');
    expect(toneToken('neutral')).toBe('--ink-2');
  });

  it('is resolved in the theme asked for, whichever the page wears', () => {
    const sheet = document.createElement('style');
    sheet.textContent = '[data-theme="light"] { --test: #fff; } [data-theme="dark"] { --test: #000; }';
    document.head.append(sheet);
    document.documentElement.dataset.theme = 'light';
    expect([resolveToken('--test', 'dark'), resolveToken('--test', 'light')]).toEqual(['#000', '#fff']);
    expect(resolveToken('--not-there', 'dark')).toBe('');
    // One probe for each theme, however many tokens.
    expect(document.body.children).toHaveLength(2);
  });

  it('can be faint', () => expect(faint('#123456', 0.13)).toBe('color-mix(in srgb, #123456 13%, transparent)'));
});
