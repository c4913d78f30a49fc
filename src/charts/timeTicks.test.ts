import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wallTime } from '../model/timeZone.ts';
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

  it('are laid twice over an hour that comes twice, where they are no further apart than that', () => {
    const fold = Date.UTC(2026, 10, 1, 6);
    const span = { from: fold - 30 * minute, to: fold + 30 * minute };
    expect(texts(span, 6, 'America/New_York', 'en')).toEqual([
      ...['01:30', '01:40', '01:50', '01:00', '01:10', '01:20', '01:30'],
    ]);
    expect(texts(back(4 * hour, fold + 2 * hour), 4, 'America/New_York', 'en')).toEqual([
      ...['Nov 1', '01:00', '01:00', '02:00', '03:00'],
    ]);
    expect(texts(back(8 * hour, fold + 4 * hour), 4, 'America/New_York', 'en')).toEqual([
      ...['22:00', 'Nov 1', '02:00', '04:00'],
    ]);
  });

  it('leave nowhere more than two steps without one, whatever the clock does', () => {
    // Around the days on which these clocks are put back and forward: by an hour, by half an hour, at midnight.
    const change = fc.constantFrom(
      ...[Date.UTC(2026, 10, 1, 6), Date.UTC(2026, 2, 8, 7)].map((time) => ['America/New_York', time] as const),
      ...[Date.UTC(2026, 3, 4, 15), Date.UTC(2026, 9, 3, 15, 30)].map((time) => ['Australia/Lord_Howe', time] as const),
      ...[Date.UTC(2026, 10, 1, 5), Date.UTC(2026, 2, 8, 5)].map((time) => ['America/Havana', time] as const),
      ['Asia/Kathmandu', noon] as const,
    );
    const length = fc.double({ min: Math.log10(minute), max: Math.log10(2 * day), noNaN: true });
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(change, length, share, fc.integer({ min: 4, max: 12 }), ([zone, at], power, before, count) => {
        const width = Math.round(10 ** power);
        const from = Math.round(at - before * width);
        const span = { from, to: from + width };
        const steps = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200];
        const step = 1000 * (steps.find((seconds) => width / (seconds * 1000) <= count) ?? 86_400);
        const times = [span.from, ...timeTicks(span, count, zone, 'en').map(({ time }) => time), span.to];
        times.forEach((time, i) => {
          expect(time - (times[i - 1] ?? time)).toBeLessThanOrEqual(2 * step);
        });
      }),
    );
  });

  it('ascend within the span, are no more than asked for and neighbors differ in text, but where the clock is put back', () => {
    const zone = fc.constantFrom('UTC', 'America/Sao_Paulo', 'Europe/Berlin', 'Asia/Kathmandu');
    const length = fc.double({ min: 1, max: Math.log10(3000 * day), noNaN: true });
    fc.assert(
      fc.property(length, fc.integer({ min: 1, max: 12 }), zone, fc.nat(3000), (power, count, timeZone, age) => {
        const span = back(Math.round(10 ** power), noon - age * 13 * hour);
        const ticks = timeTicks(span, count, timeZone, 'en');
        expect(ticks.length).toBeLessThanOrEqual(count + 2);
        ticks.forEach(({ time, text }, i) => {
          const before = ticks[i - 1];
          if (text === before?.text) expect(wallTime(time, timeZone)).toBe(wallTime(before.time, timeZone));
          expect(time).toBeGreaterThanOrEqual(Math.max(span.from, (before?.time ?? Number.NEGATIVE_INFINITY) + 1));
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
