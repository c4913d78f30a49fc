import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarRanges, quickRangeOf, recentRanges } from './quickRanges.ts';
import {
  fixedRange,
  isRelative,
  parseTime,
  resolveRange,
  resolveTime,
  shift,
  type TimeRange,
  zoomIn,
  zoomOut,
} from './timeRange.ts';

const now = Date.parse('2024-05-15T12:34:56.789Z'); // a Wednesday
const latest = Date.parse('9999-12-31T23:59:59.999Z');

/** ISO text of both ends, or the problem. */
function resolved(from: string, to: string, timeZone = 'UTC', at = now): string {
  const range = resolveRange({ from, to }, at, timeZone);
  return 'problem' in range
    ? range.problem
    : `${new Date(range.from).toISOString()} ${new Date(range.to).toISOString()}`;
}

describe('resolveRange', () => {
  it.each([
    ['now-1h', 'now', '2024-05-15T11:34:56.789Z 2024-05-15T12:34:56.789Z'],
    ['now-1h30m', 'now+5m', '2024-05-15T11:04:56.789Z 2024-05-15T12:39:56.789Z'],
    [' now-30s ', 'now', '2024-05-15T12:34:26.789Z 2024-05-15T12:34:56.789Z'],
    ['now/h', 'now/h', '2024-05-15T12:00:00.000Z 2024-05-15T12:59:59.999Z'],
    ['now/d', 'now', '2024-05-15T00:00:00.000Z 2024-05-15T12:34:56.789Z'],
    ['now/d', 'now/d', '2024-05-15T00:00:00.000Z 2024-05-15T23:59:59.999Z'],
    ['now-1d/d', 'now-1d/d', '2024-05-14T00:00:00.000Z 2024-05-14T23:59:59.999Z'],
    ['now/w', 'now/w', '2024-05-13T00:00:00.000Z 2024-05-19T23:59:59.999Z'],
    ['now-1M/M', 'now-1M/M', '2024-04-01T00:00:00.000Z 2024-04-30T23:59:59.999Z'],
    ['now/y', 'now/y', '2024-01-01T00:00:00.000Z 2024-12-31T23:59:59.999Z'],
    ['now-1d/d+8h', 'now-1d/d-6h', '2024-05-14T08:00:00.000Z 2024-05-14T17:59:59.999Z'],
    ['1715774400000', '1715778000000', '2024-05-15T12:00:00.000Z 2024-05-15T13:00:00.000Z'],
    ['2024-05-14', '2024-05-14', '2024-05-14T00:00:00.000Z 2024-05-14T23:59:59.999Z'],
    ['2024-05-14T10:00', '2024-05-14 11:30:15.5', '2024-05-14T10:00:00.000Z 2024-05-14T11:30:15.500Z'],
    ['2024-05-14T10:00:00Z', '2024-05-14T10:00:00-03:00', '2024-05-14T10:00:00.000Z 2024-05-14T13:00:00.000Z'],
    ['now-9999y', 'now+9999y', `1970-01-01T00:00:00.000Z ${new Date(latest).toISOString()}`],
    ['now', 'now', 'empty'],
    ['now', 'now-1h', 'empty'],
    ['yesterday', 'now', 'bad-from'],
    ['now-1h', '', 'bad-to'],
  ])('%s to %s is %s', (from, to, expected) => {
    expect(resolved(from, to)).toBe(expected);
  });

  it.each([
    ['a zone west of UTC', 'America/Sao_Paulo', 'now/d', 'now/d', '2024-05-15T03:00:00.000Z 2024-05-16T02:59:59.999Z'],
    ['a half-hour zone', 'Asia/Kolkata', 'now/h', 'now/h', '2024-05-15T12:30:00.000Z 2024-05-15T13:29:59.999Z'],
    [
      'a wall time',
      'America/New_York',
      '2024-05-15T08:00',
      '2024-05-15',
      '2024-05-15T12:00:00.000Z 2024-05-16T03:59:59.999Z',
    ],
  ])("counts by the viewer's clock in %s", (_, timeZone, from, to, expected) => {
    expect(resolved(from, to, timeZone)).toBe(expected);
  });

  it.each([
    // New York, 2024-03-10: the clock jumps from 2:00 to 3:00, so the day has 23 hours.
    ['America/New_York', '2024-03-10T20:00:00Z', 'now/d', 'now/d', '2024-03-10T05:00:00.000Z 2024-03-11T03:59:59.999Z'],
    ['America/New_York', '2024-03-11T04:30:00Z', 'now-1d', 'now', '2024-03-10T05:30:00.000Z 2024-03-11T04:30:00.000Z'],
    ['America/New_York', '2024-03-11T04:30:00Z', 'now-24h', 'now', '2024-03-10T04:30:00.000Z 2024-03-11T04:30:00.000Z'],
    [
      'America/New_York',
      '2024-03-10T20:00:00Z',
      '2024-03-10T02:30',
      'now',
      '2024-03-10T07:00:00.000Z 2024-03-10T20:00:00.000Z',
    ],
    // Lisbon, 2024-10-27: the clock goes back from 2:00 to 1:00, so the day has 25 hours and 1:30 comes twice.
    ['Europe/Lisbon', '2024-10-27T12:00:00Z', 'now/d', 'now/d', '2024-10-26T23:00:00.000Z 2024-10-27T23:59:59.999Z'],
    [
      'Europe/Lisbon',
      '2024-10-27T12:00:00Z',
      '2024-10-27T01:30',
      'now',
      '2024-10-27T00:30:00.000Z 2024-10-27T12:00:00.000Z',
    ],
    // São Paulo, 2018-11-04: the day starts at 1:00, since midnight is skipped.
    ['America/Sao_Paulo', '2018-11-04T12:00:00Z', 'now/d', 'now', '2018-11-04T03:00:00.000Z 2018-11-04T12:00:00.000Z'],
    // Havana, 2024-11-03: midnight comes twice; the day starts at the first.
    ['America/Havana', '2024-11-03T12:00:00Z', 'now/d', 'now', '2024-11-03T04:00:00.000Z 2024-11-03T12:00:00.000Z'],
    // Apia skipped the whole of 2011-12-30.
    ['Pacific/Apia', '2011-12-31T01:00:00Z', 'now-1d/d', 'now', '2011-12-30T10:00:00.000Z 2011-12-31T01:00:00.000Z'],
  ])('%s at %s: %s to %s', (timeZone, at, from, to, expected) => {
    expect(resolved(from, to, timeZone, Date.parse(at))).toBe(expected);
  });

  it.each([
    ['2024-03-31T12:00:00Z', 'now-1M', '2024-02-29T12:00:00.000Z'],
    ['2024-02-29T12:00:00Z', 'now-1y', '2023-02-28T12:00:00.000Z'],
    ['2024-01-31T12:00:00Z', 'now+1M', '2024-02-29T12:00:00.000Z'],
    ['2024-05-13T00:00:00Z', 'now/w', '2024-05-13T00:00:00.000Z'],
    ['2024-05-12T23:59:59Z', 'now/w', '2024-05-06T00:00:00.000Z'],
  ])('the calendar at %s: %s', (at, text, expected) => {
    const expr = parseTime(text);
    expect(expr && new Date(resolveTime(expr, Date.parse(at), 'UTC', 'start')).toISOString()).toBe(expected);
  });
});

describe('parseTime', () => {
  it.each([
    '',
    'now-',
    'now-1',
    'now-1x',
    'now/x',
    'now /d',
    'now-1h/d/',
    'later-1h',
    '-5',
    '1e12',
    '9999999999999999',
    '2024-13-01',
    '2024-02-30',
    '2024-5-1',
    '2024-05-01T24:00',
    '2024-05-01T10',
    '1969-12-31',
    '12 May 2024',
    'now-999999d',
  ])('does not read %j', (text) => {
    expect(parseTime(text)).toBeNull();
  });

  it('never throws, and what it reads resolves to a time within bounds', () => {
    const pieces = fc.array(
      fc.constantFrom('now', '-', '+', '/', '1', '99999', 'd', 'M', 'y', ':', 'T', '2024', ' ', 'Z'),
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          pieces.map((p) => p.join('')),
        ),
        (text) => {
          const expr = parseTime(text);
          if (!expr) return;
          const time = resolveTime(expr, now, 'America/Sao_Paulo', 'end');
          expect(time).toBeGreaterThanOrEqual(0);
          expect(time).toBeLessThanOrEqual(latest + 86_400_000);
        },
      ),
    );
  });
});

describe('rounding', () => {
  const zones = ['UTC', 'America/Sao_Paulo', 'America/New_York', 'Europe/Lisbon', 'America/Havana', 'Asia/Kolkata'];
  const times = fc.integer({ min: Date.parse('1995-01-01'), max: Date.parse('2035-01-01') });
  const clockUnits = ['s', 'm', 'h'];
  const units = [...clockUnits, 'd', 'w', 'M', 'y'];
  const rounded = (unit: string, time: number, zone: string, edge: 'start' | 'end') => {
    const expr = parseTime(`now/${unit}`);
    if (!expr) throw new Error(unit);
    return resolveTime(expr, time, zone, edge);
  };

  it('keeps a time inside its unit, and neighbours touch without overlap', () => {
    fc.assert(
      fc.property(times, fc.constantFrom(...units), fc.constantFrom(...zones), (time, unit, zone) => {
        const start = rounded(unit, time, zone, 'start');
        const end = rounded(unit, time, zone, 'end');
        expect(start).toBeLessThanOrEqual(time);
        expect(end).toBeGreaterThanOrEqual(time);
        expect(rounded(unit, start, zone, 'start')).toBe(start);
        expect(rounded(unit, end, zone, 'start')).toBe(start);
        expect(rounded(unit, end + 1, zone, 'start')).toBe(end + 1);
      }),
      { numRuns: 500 },
    );
  });

  it('shows the first moment of a day on the clock of the zone', () => {
    fc.assert(
      fc.property(times, fc.constantFrom(...zones), (time, zone) => {
        const day = (at: number) => new Intl.DateTimeFormat('en', { dateStyle: 'short', timeZone: zone }).format(at);
        const start = rounded('d', time, zone, 'start');
        expect(day(start)).toBe(day(time));
        expect(day(start - 1)).not.toBe(day(time));
      }),
    );
  });
});

describe('isRelative', () => {
  it.each([
    ['now-1h', 'now', true],
    ['now-1d/d', 'now-1d/d', true],
    ['1715774400000', 'now', true],
    ['now-1h', '1715774400000', false],
    ['2024-05-14', '2024-05-15', false],
    ['x', 'x', false],
  ])('%s to %s: %s', (from, to, live) => {
    expect(isRelative({ from, to })).toBe(live);
  });
});

describe('zoom and shift', () => {
  const fixed = (from: string, to: string) => fixedRange({ from: Date.parse(from), to: Date.parse(to) });
  const hour = fixed('2024-05-15T08:00:00Z', '2024-05-15T09:00:00Z');
  const live: TimeRange = { from: 'now-1h', to: 'now' };

  it('a live range stays live', () => {
    expect(zoomOut(live, now, 'UTC')).toEqual({ from: 'now-2h', to: 'now' });
    expect(zoomOut({ from: 'now-90m', to: 'now' }, now, 'UTC')).toEqual({ from: 'now-3h', to: 'now' });
    expect(zoomIn(live, now, 'UTC')).toEqual({ from: 'now-30m', to: 'now' });
    expect(zoomIn({ from: 'now-1s', to: 'now' }, now, 'UTC')).toEqual({ from: 'now-1s', to: 'now' });
  });

  it('a fixed range grows and shrinks about its middle', () => {
    expect(zoomOut(hour, now, 'UTC')).toEqual(fixed('2024-05-15T07:30:00Z', '2024-05-15T09:30:00Z'));
    expect(zoomIn(hour, now, 'UTC')).toEqual(fixed('2024-05-15T08:15:00Z', '2024-05-15T08:45:00Z'));
  });

  it('grows only into the past when it ends about now', () => {
    const recent = fixedRange({ from: now - 3_600_000, to: now - 60_000 });
    expect(zoomOut(recent, now, 'UTC')).toEqual(fixedRange({ from: now - 2 * 3_540_000, to: now }));
  });

  it('moves by half its length, and not past now', () => {
    expect(shift(hour, -1, now, 'UTC')).toEqual(fixed('2024-05-15T07:30:00Z', '2024-05-15T08:30:00Z'));
    expect(shift(hour, 1, now, 'UTC')).toEqual(fixed('2024-05-15T08:30:00Z', '2024-05-15T09:30:00Z'));
    expect(shift(live, 1, now, 'UTC')).toBe(live);
    expect(shift(live, -1, now, 'UTC')).toEqual(fixedRange({ from: now - 5_400_000, to: now - 1_800_000 }));
  });

  it('leaves alone what it cannot read', () => {
    const broken = { from: 'soon', to: 'now' };
    expect([zoomOut(broken, now, 'UTC'), zoomIn(broken, now, 'UTC'), shift(broken, 1, now, 'UTC')]).toEqual([
      broken,
      broken,
      broken,
    ]);
  });

  it('always gives a range that can be asked for', () => {
    const step = fc.constantFrom(
      zoomOut,
      zoomIn,
      (r: TimeRange, at: number, tz: string) => shift(r, -1, at, tz),
      (r: TimeRange, at: number, tz: string) => shift(r, 1, at, tz),
    );
    const start = fc.constantFrom(live, hour, { from: 'now/d', to: 'now/d' }, { from: 'now-1y', to: 'now' });
    fc.assert(
      fc.property(start, fc.array(step, { maxLength: 40 }), (range, steps) => {
        const end = steps.reduce((r, next) => next(r, now, 'Europe/Lisbon'), range);
        expect(resolveRange(end, now, 'Europe/Lisbon')).not.toHaveProperty('problem');
      }),
    );
  });
});

describe('quick ranges', () => {
  it.each([...recentRanges, ...calendarRanges])('$id can be asked for, is live, and is recognised', (quick) => {
    expect(resolveRange(quick, now, 'America/Sao_Paulo')).not.toHaveProperty('problem');
    expect(isRelative(quick)).toBe(true);
    expect(quickRangeOf({ from: quick.from, to: quick.to })).toBe(quick.id);
  });

  it('knows no other', () => {
    expect(quickRangeOf({ from: 'now-7m', to: 'now' })).toBeNull();
  });
});
