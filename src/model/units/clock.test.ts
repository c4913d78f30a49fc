import fc from 'fast-check';
import { expect, it } from 'vitest';
import { languages } from '../language.ts';
import { type ClockStyle, writtenClock } from './clock.ts';

const styles = {
  year: { year: 'numeric' },
  month: { month: 'short' },
  day: { day: 'numeric', month: 'short' },
  minute: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  second: { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' },
  fraction: { minute: '2-digit', second: '2-digit', fractionalSecondDigits: 3 },
  dayAndSecond: {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  },
} as const satisfies Record<ClockStyle, Intl.DateTimeFormatOptions>;

const style = fc.constantFrom('year', 'month', 'day', 'minute', 'second', 'fraction', 'dayAndSecond');
const wall = fc.date({ min: new Date('1950-01-01'), max: new Date('2150-01-01'), noInvalidDate: true });

it.each(languages)('a wall time is written in %s as Intl writes it', (language) => {
  fc.assert(
    fc.property(wall, style, (date, written) => {
      const format = new Intl.DateTimeFormat(language, { ...styles[written], timeZone: 'UTC' });
      expect(writtenClock(date.getTime(), language, written)).toBe(format.format(date));
    }),
    { numRuns: 500 },
  );
});
