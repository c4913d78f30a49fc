import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { dashboardSchema } from '../model/dashboard.ts';
import { heightOf, layOut, lineHeight, linesOf } from './layout.ts';
import { CAPACITY, wallScreens } from './wallScreens.ts';

let count = 0;
const panel = (height: number, span = 12) => ({ id: `p${count++}`, kind: 'stat', title: 't', span, height });
/** A board of these rows with so many values of `site`. */
const laidOut = (rows: { collapsed?: boolean; repeat?: string; panels: object[] }[], sites = 0) => {
  const values = Array.from({ length: sites }, (_, i) => `10.0.0.${i}:9100`);
  const dashboard = v.parse(dashboardSchema, { title: 't', section: 'system', rows });
  return layOut(dashboard, new Map([['site', { values, all: true }]]));
};
const screensOf = (...rows: Parameters<typeof laidOut>[0]) => wallScreens(laidOut(rows));
/** The heights of the lines on a screen, one below the other. */
const linesOn = (screen: ReturnType<typeof laidOut>) => screen.flatMap(({ panels }) => linesOf(panels).map(lineHeight));
/** Heights of the panels on each screen, row by row. */
const heights = (screens: ReturnType<typeof screensOf>) =>
  screens.map((screen) => screen.map((row) => row.panels.map(({ panel }) => heightOf(panel))));

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

  it.each([
    ['panel', [{ panels: [{ ...panel(300, 4), repeat: 'site' }] }, { panels: [panel(300)] }]],
    ['row', [{ repeat: 'site', panels: [panel(300)] }, { panels: [panel(300)] }]],
  ])('cuts the repetitions of a %s', (_, rows) => {
    const lines = wallScreens(laidOut(rows, 24)).map(linesOn);
    expect(lines.length).toBeGreaterThan(4);
    for (const heights of lines) {
      expect(heights.reduce((total, height) => total + height, 0)).toBeLessThanOrEqual(CAPACITY);
    }
  });

  it('shows every panel of an open row exactly once, in order, and never more on a screen than it holds', () => {
    const repeat = fc.constantFrom({}, { repeat: 'site' });
    const row = fc.record({
      repeat,
      panels: fc.array(
        fc.record({ height: fc.integer({ min: 60, max: 900 }), span: fc.integer({ min: 1, max: 12 }), repeat }),
        {
          maxLength: 12,
        },
      ),
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 6 }), fc.nat({ max: 9 }), (rows, sites) => {
        const given = rows.map((r) => ({
          ...r.repeat,
          panels: r.panels.map(({ height, span, repeat }) => ({ ...panel(height, span), ...repeat })),
        }));
        const all = laidOut(given, sites);
        const screens = wallScreens(all);
        const idsOf = (part: typeof all) => part.flatMap(({ panels }) => panels.map(({ id }) => id));
        expect(screens.flatMap(idsOf)).toEqual(idsOf(all));
        for (const screen of screens) {
          const heights = linesOn(screen);
          expect(heights.length).toBeGreaterThan(0);
          if (heights.length > 1) {
            expect(heights.reduce((total, height) => total + height)).toBeLessThanOrEqual(CAPACITY);
          }
          expect(new Set(screen.map(({ id }) => id)).size).toBe(screen.length);
        }
      }),
    );
  });
});
