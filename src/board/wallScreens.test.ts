import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { dashboardSchema } from '../model/dashboard.ts';
import { heightOf } from './layout.ts';
import { wallScreens } from './wallScreens.ts';

let count = 0;
const panel = (height: number, span = 12) => ({ id: `p${count++}`, kind: 'stat', title: 't', span, height });
const screensOf = (...rows: { collapsed?: boolean; panels: object[] }[]) =>
  wallScreens(v.parse(dashboardSchema, { title: 't', section: 'system', rows }));
/** Heights of the panels on each screen, row by row. */
const heights = (screens: ReturnType<typeof screensOf>) =>
  screens.map((screen) => screen.rows.map((row) => row.panels.map(heightOf)));

describe('wallScreens', () => {
  it.each([
    { name: 'all on one', rows: [{ panels: [panel(132), panel(300), panel(300)] }], expected: [[[132, 300, 300]]] },
    {
      name: 'rows that fit together share a screen',
      rows: [{ panels: [panel(132)] }, { panels: [panel(300)] }],
      expected: [[[132], [300]]],
    },
    {
      name: 'a row that does not fit beside another gets its own',
      rows: [{ panels: [panel(132), panel(300)] }, { panels: [panel(300), panel(300)] }],
      expected: [[[132, 300]], [[300, 300]]],
    },
    {
      name: 'a screen not half full takes what fits of the next row',
      rows: [{ panels: [panel(132)] }, { panels: [panel(400), panel(300)] }, { panels: [panel(300)] }],
      expected: [
        [[132], [400]],
        [[300], [300]],
      ],
    },
    {
      name: 'a row too high for a screen is cut between its lines',
      rows: [{ panels: [panel(300), panel(300), panel(300)] }],
      expected: [[[300, 300]], [[300]]],
    },
    {
      name: 'panels side by side are one line',
      rows: [{ panels: [panel(300, 6), panel(132, 6), panel(300, 4)] }],
      expected: [[[300, 132, 300]]],
    },
    {
      name: 'a panel higher than a screen has one to itself',
      rows: [{ panels: [panel(2000), panel(132)] }],
      expected: [[[2000]], [[132]]],
    },
    { name: 'closed rows are left out', rows: [{ collapsed: true, panels: [panel(132)] }], expected: [] },
  ])('$name', ({ rows, expected }) => {
    expect(heights(screensOf(...rows))).toEqual(expected);
  });

  it('shows every panel of an open row exactly once, in order, and never an empty screen', () => {
    const row = fc.record({
      panels: fc.array(
        fc.record({ height: fc.integer({ min: 60, max: 900 }), span: fc.integer({ min: 1, max: 12 }) }),
        {
          maxLength: 12,
        },
      ),
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 6 }), (rows) => {
        const given = rows.map(({ panels }) => ({ panels: panels.map(({ height, span }) => panel(height, span)) }));
        const screens = screensOf(...given);
        const shown = screens.flatMap((screen) => screen.rows.flatMap((r) => r.panels.map(({ id }) => id)));
        expect(shown).toEqual(given.flatMap((r) => r.panels.map(({ id }) => id)));
        expect(screens.every((screen) => screen.rows.some((r) => r.panels.length > 0))).toBe(true);
      }),
    );
  });
});
