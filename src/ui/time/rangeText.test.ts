import { describe, expect, it } from 'vitest';
import { en } from '../../i18n/en/index.ts';
import { ptBR } from '../../i18n/pt-BR/index.ts';

import { dateTimeText, fromField, rangeText, toField, toPicker, zoneOffsetText } from './rangeText.ts';

const now = Date.UTC(2025, 0, 31, 15, 0, 0);
const inSaoPaulo = { now, timeZone: 'America/Sao_Paulo', language: 'en' } as const;
const inUtc = { now, timeZone: 'UTC', language: 'en' } as const;

describe('rangeText', () => {
  it.each([
    ['now-6h', 'now', 'Last 6 hours'],
    ['now/d', 'now', 'Today'],
    ['now-90m', 'now', 'Last 1 h 30 min'],
    ['1738328400000', '1738332000000', 'Jan 31, 10:00 – 11:00'],
    ['2024-12-30 10:00', '2024-12-30 11:30', 'Dec 30, 2024, 10:00 – 11:30'],
    ['now-2d/d', 'now-2d/d', 'Jan 29, 00:00 – 23:59'],
    ['nonsense', 'now', 'nonsense – now'],
  ])('%s to %s is "%s"', (from, to, text) => {
    const told = rangeText({ from, to }, inSaoPaulo, en.shell.time).replace(/[\u2009\u202f]/g, ' ');
    expect(told).toBe(text);
  });

  it('speaks Portuguese', () => {
    expect(rangeText({ from: 'now-6h', to: 'now' }, inSaoPaulo, ptBR.shell.time)).toBe('Últimas 6 horas');
    expect(rangeText({ from: 'now-90m', to: 'now' }, inSaoPaulo, ptBR.shell.time)).toBe('1 h 30 min até agora');
    expect(dateTimeText(now, { ...inSaoPaulo, language: 'pt-BR' })).toBe('31 de jan., 12:00');
  });
});

describe('fields', () => {
  it.each([
    ['now-1h', 'now-1h'],
    ['1738328400000', '2025-01-31 10:00:00'],
    ['2025-01-31 10:00', '2025-01-31 10:00'],
    ['what', 'what'],
  ])('%s is edited as "%s"', (end, text) => {
    expect(toField(end, 'America/Sao_Paulo')).toBe(text);
  });

  it.each([
    [' now-90m ', 'start', 'now-90m'],
    ['now/d', 'end', 'now/d'],
    ['2025-01-31 10:00', 'start', '1738328400000'],
    ['2025-01-31T10:00', 'end', '1738328400000'],
    ['2025-01-31', 'start', String(Date.UTC(2025, 0, 31, 3))],
    ['2025-01-31', 'end', String(Date.UTC(2025, 1, 1, 3) - 1)],
    ['2025-01-31T10:00Z', 'start', String(Date.UTC(2025, 0, 31, 10))],
    ['1738328400000', 'start', '1738328400000'],
    ['yesterdayish', 'start', 'yesterdayish'],
  ] as const)('"%s" typed as the %s is kept as %s', (text, rounding, end) => {
    expect(fromField(text, rounding, inSaoPaulo)).toBe(end);
  });

  it('gives the calendar control minutes of the zone', () => {
    expect(toPicker('now-1h', 'start', inSaoPaulo)).toBe('2025-01-31T11:00');
    expect(toPicker('now/d', 'end', inUtc)).toBe('2025-01-31T23:59');
    expect(toPicker('what', 'start', inUtc)).toBe('');
  });
});

it.each([
  ['UTC', 'UTC'],
  ['America/Sao_Paulo', 'UTC−3'],
  ['Asia/Kolkata', 'UTC+5:30'],
  ['America/St_Johns', 'UTC−3:30'],
  ['Europe/Berlin', 'UTC+1'],
])('the clock of %s is at %s in January', (zone, text) => {
  expect(zoneOffsetText(zone, now)).toBe(text);
});
