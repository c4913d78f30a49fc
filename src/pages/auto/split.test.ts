import { describe, expect, it } from 'vitest';
import type { Labels } from '../../model/labels.ts';
import { splitLabel } from './split.ts';

/** Series with every combination of these values, of so many instances. */
function series(values: Readonly<Record<string, readonly string[]>>, instances = 1): readonly Labels[] {
  let sets: Labels[] = Array.from({ length: instances }, (_, i) => ({ __name__: 'x', job: 'j', instance: `i${i}` }));
  for (const [label, options] of Object.entries(values))
    sets = sets.flatMap((labels) => options.map((value) => ({ ...labels, [label]: value })));
  return sets;
}
const many = (count: number) => Array.from({ length: count }, (_, i) => `v${i}`);

describe('the label that splits best', () => {
  it.each<[string, readonly Labels[], string | null]>([
    ['none for a lone series', series({}), null],
    ['none without series', [], null],
    ['instance where nothing else differs', series({}, 3), 'instance'],
    ['none for a crowd of instances', series({}, 11), null],
    ['a label with a few values', series({ zone: many(4) }), 'zone'],
    ['rather one that tells something of the system than the instance', series({ zone: many(4) }, 3), 'zone'],
    ['what an engineer asks for first', series({ handler: many(3), code: many(4) }), 'code'],
    ['the one with fewer values', series({ b: many(3), a: many(4) }), 'b'],
    ['not one with one value', series({ a: ['x'] }), null],
    ['not one with many values', series({ path: many(11), zone: many(2) }), 'zone'],
    ['not the bounds of buckets', series({ le: many(5), quantile: many(3) }), null],
    [
      'not one that only names the instance anew',
      series({}, 3).map((labels) => ({ ...labels, host: `h of ${labels.instance}` })),
      'instance',
    ],
    ['not one that few series have', [...series({ a: many(2) }), ...series({}, 3), ...series({}, 3)], 'instance'],
    ['not one that PromQL cannot name without quotes', series({ 'a.b': many(3) }), null],
  ])('is %s', (_, sets, label) => {
    expect(splitLabel(sets)).toBe(label);
  });
});
