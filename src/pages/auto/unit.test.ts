import { describe, expect, it } from 'vitest';
import { gatheredBy, rateUnitOf, unitOf } from './unit.ts';

describe('units by name', () => {
  it.each([
    ['x_seconds', 's', 'percentunit'],
    ['x_seconds_total', 's', 'percentunit'],
    ['x_bytes', 'bytes', 'binBps'],
    ['x_bytes_received_total', 'bytes', 'binBps'],
    ['x_ratio', 'percentunit', 'percentunit'],
    ['x_celsius', 'celsius', 'celsius'],
    ['x_bytes_per_second', 'binBps', 'binBps'],
    ['http_requests_total', 'short', 'reqps'],
    ['x_messages_sent_total', 'short', 'mps'],
    ['x_errors_total', 'short', 'eps'],
    ['x', 'short', 'eps'],
    ['', 'short', 'eps'],
  ])('%s is in %s and grows in %s', (name, unit, rate) => {
    expect([unitOf({ name, unit: '' }), rateUnitOf({ name, unit: '' })]).toEqual([unit, rate]);
  });

  it('are those that are declared, where some are', () => {
    expect(unitOf({ name: 'x', unit: 'seconds' })).toBe('s');
    expect(unitOf({ name: 'x_bytes', unit: 'furlongs' })).toBe('bytes');
  });

  it('tell what is added up from what is averaged', () => {
    expect(['bytes', 'short', 's', 'percentunit', 'celsius'].map(gatheredBy)).toEqual([
      'sum',
      'sum',
      'avg',
      'avg',
      'avg',
    ]);
  });
});
