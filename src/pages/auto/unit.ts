import type { Family } from './families.ts';

/** Units of our own by the last word of a name (https://prometheus.io/docs/practices/naming/#base-units). */
const byWord: ReadonlyMap<string, string> = new Map([
  ['nanoseconds', 'ns'],
  ['ns', 'ns'],
  ['microseconds', 'µs'],
  ['us', 'µs'],
  ['milliseconds', 'ms'],
  ['ms', 'ms'],
  ['seconds', 's'],
  ['minutes', 'm'],
  ['hours', 'h'],
  ['days', 'd'],
  ['bytes', 'bytes'],
  ['kilobytes', 'deckbytes'],
  ['kibibytes', 'kbytes'],
  ['megabytes', 'decmbytes'],
  ['mebibytes', 'mbytes'],
  ['gigabytes', 'decgbytes'],
  ['bits', 'bits'],
  ['ratio', 'percentunit'],
  ['percent', 'percent'],
  ['percentage', 'percent'],
  ['celsius', 'celsius'],
  ['fahrenheit', 'fahrenheit'],
  ['kelvin', 'kelvin'],
  ['volts', 'volt'],
  ['amperes', 'amp'],
  ['watts', 'watt'],
  ['joules', 'joule'],
  ['hertz', 'hertz'],
  ['meters', 'lengthm'],
]);

/** What things are called when they are counted, and the unit of their rate. */
const rates: ReadonlyMap<string, string> = new Map([
  ['requests', 'reqps'],
  ['request', 'reqps'],
  ['messages', 'mps'],
  ['packets', 'pps'],
  ['rows', 'rowsps'],
  ['records', 'recps'],
  ['reads', 'rps'],
  ['writes', 'wps'],
  ['operations', 'ops'],
  ['ops', 'ops'],
]);

/** The unit of a family's values: as declared, else by its name; `short` where neither tells. */
export function unitOf({ name, unit }: Pick<Family, 'name' | 'unit'>): string {
  const words = name.replace(/_total$/, '').split('_');
  const perSecond = /_per_second$/.test(name) ? words.at(-3) : undefined;
  if (perSecond !== undefined) return perSecond === 'bytes' ? 'binBps' : perSecond === 'bits' ? 'bps' : 'eps';
  const known = byWord.get(unit) ?? byWord.get(words.at(-1) ?? '');
  return known ?? (words.includes('bytes') ? 'bytes' : 'short');
}

/** The unit of what a counter grows by in a second. Seconds in a second are a share of the time: 100 % is one busy all along. */
export function rateUnitOf(family: Pick<Family, 'name' | 'unit'>): string {
  const unit = unitOf(family);
  if (unit === 'bytes') return 'binBps';
  if (unit === 'bits') return 'bps';
  if (unit === 's') return 'percentunit';
  const word = family.name.split('_').findLast((one) => rates.has(one)) ?? '';
  return unit === 'short' ? (rates.get(word) ?? 'eps') : unit;
}

/** Units of which a sum means something; of others the mean does. */
const additive: ReadonlySet<string> = new Set([
  'short',
  'bytes',
  'deckbytes',
  'kbytes',
  'decmbytes',
  'mbytes',
  'decgbytes',
  'bits',
  'binBps',
  'bps',
  'eps',
  'watt',
  'joule',
]);

/** How gauges of a unit are put together. */
export const gatheredBy = (unit: string): 'sum' | 'avg' => (additive.has(unit) ? 'sum' : 'avg');
