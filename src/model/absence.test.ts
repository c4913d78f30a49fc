import { expect, it } from 'vitest';
import { rangeFrame, seriesOf } from '../testing/frames.ts';
import { type Absence, absenceOf } from './absence.ts';

const labels = { job: 'api', instance: 'a:1' };
const gone = [1, 1, null];
const never = [null, null, null];
const ended: Absence = { kind: 'ended', at: 5 };
const down: Absence = { kind: 'down', at: 5 };

it.each<[string, (number | null)[], object, object[], Absence | undefined, Absence]>([
  ['ended at its newest sample', gone, labels, [], undefined, { kind: 'ended', at: 20 }],
  ['down with its target', gone, labels, [labels], undefined, { kind: 'down', at: 20 }],
  [
    'not down with another instance',
    gone,
    labels,
    [{ ...labels, instance: 'b:1' }],
    undefined,
    { kind: 'ended', at: 20 },
  ],
  ['not down for a target without labels', gone, {}, [{}], undefined, { kind: 'ended', at: 20 }],
  ['down when all of its query is', gone, {}, [], down, { kind: 'down', at: 20 }],
  ['absent where nothing is known', never, labels, [], undefined, { kind: 'absent' }],
  ['ended before the range when its query was', never, labels, [], ended, ended],
  ['down before the range', never, labels, [labels], undefined, { kind: 'down', at: null }],
])('%s', (_, values, own, targets, ofQuery, expected) => {
  const series = seriesOf(values, { ...own });
  const frame = rangeFrame([series], 30, 10);
  expect(
    absenceOf(
      frame,
      series,
      targets.map((target) => ({ ...target })),
      ofQuery,
    ),
  ).toEqual(expected);
});
