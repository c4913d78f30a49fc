import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantOf, isTimeZone, resolveTimeZone, wallTime } from './timeZone.ts';

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
    expect(isTimeZone(resolveTimeZone('browser'))).toBe(true);
  });
});
