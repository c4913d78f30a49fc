import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createColorSlots } from './colorSlots.ts';

it('counts up from the first color in every panel', () => {
  const slots = createColorSlots();
  expect(slots(['backend', 'streaming', 'ai'])).toEqual([0, 1, 2]);
  expect(slots(['RX', 'TX'])).toEqual([0, 1]);
});

it('keeps the color of a name across panels, in whatever order it comes', () => {
  const slots = createColorSlots();
  slots(['backend', 'streaming', 'ai']);
  expect(slots(['ai', 'new', 'backend'])).toEqual([2, 1, 0]);
});

it('moves the later of two names that share a color, in that panel only', () => {
  const slots = createColorSlots();
  slots(['backend']);
  slots(['RX']);
  expect(slots(['backend', 'RX'])).toEqual([0, 1]);
  expect(slots(['RX'])).toEqual([0]);
});

it('never gives one color twice in a panel', () => {
  const panels = fc.array(fc.uniqueArray(fc.constantFrom(...'abcdefghijkl'), { maxLength: 12 }), { maxLength: 8 });
  fc.assert(
    fc.property(panels, (boards) => {
      const slots = createColorSlots();
      for (const names of boards) expect(new Set(slots(names)).size).toBe(names.length);
    }),
  );
});
