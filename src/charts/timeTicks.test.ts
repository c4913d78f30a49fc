import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noon } from '../testing/panelProps.ts';
import { momentText, timeTicks } from './timeTicks.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const back = (length: number, to = noon) => ({ from: to - length, to });
const texts = (...given: Parameters<typeof timeTicks>) => timeTicks(...given).map((tick) => tick.text);

describe('ticks of the time axis', () => {
  it.each([
    ['an hour', back(hour), 4, ['11:00', '11:15', '11:30', '11:45', '12:00']],
    ['six hours', back(6 * hour), 6, ['06:00', '07:00', '08:00', '09:00', '10:00', '11:00', '12:00']],
    ['a day, midnight as its date', back(day), 4, ['12:00', '18:00', 'Jan 15', '06:00', '12:00']],
    ['a minute', back(minute), 4, ['11:59:00', '11:59:15', '11:59:30', '11:59:45', '12:00:00']],
    ['three weeks, on Mondays', back(21 * day), 3, ['Dec 29', 'Jan 5', 'Jan 12']],
    ['a year, in months', back(365 * day), 5, ['Apr', 'Jul', 'Oct', '2026']],
    ['ten years', back(3652 * day), 6, ['2018', '2020', '2022', '2024', '2026']],
  ])('over %s', (_, span, count, expected) => {
    expect(texts(span, count, 'UTC', 'en')).toEqual(expected);
  });

  it('read in the zone and the language', () => {
    expect(texts(back(day), 4, 'America/Sao_Paulo', 'pt-BR')).toEqual(['12:00', '18:00', '15 de jan.', '06:00']);
  });

  it('are none where there is no time or no room', () => {
    expect(timeTicks({ from: 5, to: 5 }, 4, 'UTC', 'en')).toEqual([]);
    expect(timeTicks(back(hour), 0, 'UTC', 'en')).toEqual([]);
  });

  it('stand on the clock of the day also where it is put forward or back', () => {
    // Berlin: 2026-03-29 02:00 does not exist, 2026-10-25 02:00 exists twice.
    const spring = timeTicks(back(6 * hour, Date.UTC(2026, 2, 29, 4)), 8, 'Europe/Berlin', 'en');
    expect(spring.map(({ text }) => text)).toEqual(['23:00', 'Mar 29', '01:00', '03:00', '04:00', '05:00', '06:00']);
    const autumn = timeTicks(back(6 * hour, Date.UTC(2026, 9, 25, 4)), 8, 'Europe/Berlin', 'en');
    expect(autumn.map(({ time }) => time)).toEqual([...new Set(autumn.map(({ time }) => time))]);
  });

  it('ascend within the span, are no more than asked for and neighbors differ in text', () => {
    const zone = fc.constantFrom('UTC', 'America/Sao_Paulo', 'Europe/Berlin', 'Asia/Kathmandu');
    const length = fc.double({ min: 1, max: Math.log10(3000 * day), noNaN: true });
    fc.assert(
      fc.property(length, fc.integer({ min: 1, max: 12 }), zone, fc.nat(3000), (power, count, timeZone, age) => {
        const span = back(Math.round(10 ** power), noon - age * 13 * hour);
        const ticks = timeTicks(span, count, timeZone, 'en');
        expect(ticks.length).toBeLessThanOrEqual(count + 2);
        ticks.forEach(({ time, text }, i) => {
          expect(text).not.toBe(ticks[i - 1]?.text);
          expect(time).toBeGreaterThanOrEqual(
            Math.max(span.from, (ticks[i - 1]?.time ?? Number.NEGATIVE_INFINITY) + 1),
          );
          expect(time).toBeLessThanOrEqual(span.to);
        });
      }),
    );
  });
});

describe('a moment', () => {
  it.each([
    [back(hour), 'UTC', 'en', '12:00:00'],
    [back(hour), 'America/Sao_Paulo', 'pt-BR', '09:00:00'],
    [back(2 * day), 'UTC', 'en', 'Jan 15, 12:00:00'],
  ] as const)('within %j in %s', (span, timeZone, language, expected) => {
    expect(momentText(noon, span, timeZone, language)).toBe(expected);
  });
});
