import { describe, expect, it } from 'vitest';
import { noon } from '../testing/panelProps.ts';
import { writeFigure } from './write.ts';

const reader = { language: 'en', timeZone: 'UTC', now: noon } as const;
const format = { unit: 'reqps', decimals: undefined, mappings: [], labelled: false };
const plain = (text: string) => text.replaceAll('\u00a0', ' ').replaceAll('\u202f', ' ');

describe('a figure', () => {
  it.each([
    ['has its unit', format, 12.5, '12.5 req/s'],
    ['leaves it out where it stands beside the title', { ...format, labelled: true }, 12.5, '12.5'],
    ['is NaN when it is', format, Number.NaN, 'NaN'],
    ['has the decimals asked for', { ...format, unit: 'none', decimals: 2 }, 3, '3.00'],
    [
      'is the text that it is mapped to',
      { ...format, mappings: [{ value: 2, text: { en: 'connected', 'pt-BR': 'conectado' } }] },
      2,
      'connected',
    ],
  ])('%s', (_, one, value, text) => expect(plain(writeFigure(value, one, reader))).toBe(text));
});
