import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { instantOf, isTimeZone, resolveTimeZone, wallTime, zonedFormat, zoneName } from './timeZone.ts';

const zones = ['UTC', 'America/Sao_Paulo', 'America/New_York', 'Australia/Lord_Howe', 'Pacific/Apia', 'Asia/Kathmandu'];

describe('instantOf', () => {
  it('finds a time that shows the same on the clock, never a later one', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: Date.parse('1990-01-01'), max: Date.parse('2035-01-01') }),
        fc.constantFrom(...zones),
        (time, zone) => {
          const wall = wallTime(time, zone);
          const instant = instantOf(wall, zone);
          expect(wallTime(instant, zone)).toBe(wall);
          expect(instant).toBeLessThanOrEqual(time);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('takes a time that the clock skips to be the moment of the jump', () => {
    // Lord Howe, 2024-10-06: from 2:00 to 2:30.
    expect(new Date(instantOf(Date.UTC(2024, 9, 6, 2, 10), 'Australia/Lord_Howe')).toISOString()).toBe(
      '2024-10-05T15:30:00.000Z',
    );
  });
});

describe("the machine's own zone", () => {
  afterEach(() => void vi.unstubAllEnvs());

  const time = fc.integer({ min: Date.parse('1990-01-01'), max: Date.parse('2035-01-01') });

  it.each(zones)('shows what its name shows in %s', (zone) => {
    vi.stubEnv('TZ', zone);
    fc.assert(
      fc.property(time, (at) => {
        expect(wallTime(at, 'browser')).toBe(wallTime(at, zone));
      }),
    );
    // The name may be an older one of the same zone.
    expect(isTimeZone(zoneName('browser'))).toBe(true);
    const options = { dateStyle: 'short', timeStyle: 'long' } as const;
    expect(zonedFormat('en', 'browser', options).format(0)).toBe(zonedFormat('en', zone, options).format(0));
  });
});

describe('zones', () => {
  it.each([
    ['UTC', true],
    ['America/Sao_Paulo', true],
    ['Mars/Olympus', false],
    ['', false],
  ])('%j is a zone: %s', (name, known) => {
    expect(isTimeZone(name)).toBe(known);
  });

  it('resolves what the viewer chose to a zone that the browser knows', () => {
    expect(resolveTimeZone('utc')).toBe('UTC');
    expect(resolveTimeZone('Asia/Tokyo')).toBe('Asia/Tokyo');
    expect(resolveTimeZone('browser')).toBe('browser');
  });
});
