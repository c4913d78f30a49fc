import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { type Dashboard, dashboardSchema } from '../../model/dashboard.ts';
import { screensOf } from './screens.ts';

interface Sketch {
  readonly kind: 'stat' | 'timeseries';
  readonly span: number;
}

const board = (...rows: { collapsed?: boolean; panels: readonly Sketch[] }[]): Dashboard =>
  v.parse(dashboardSchema, {
    title: 'Board',
    section: 'system',
    rows: rows.map(({ panels, ...row }, r) => ({
      ...row,
      panels: panels.map((panel, p) => ({ id: `p${r}-${p}`, title: 'Panel', ...panel })),
    })),
  });

const stats = Array<Sketch>(4).fill({ kind: 'stat', span: 3 });
const charts = (count: number) => Array<Sketch>(count).fill({ kind: 'timeseries', span: 6 });
/** The ids of each screen's lines. */
const drawn = (dashboard: Dashboard) =>
  screensOf(dashboard).map(({ rows }) => rows.map(({ panels }) => panels.map(({ id }) => id).join(' ')));

describe('screensOf', () => {
  it('leaves a board that fits as it is, line by line', () => {
    expect(drawn(board({ panels: [...stats, ...charts(4)] }))).toEqual([
      ['p0-0 p0-1 p0-2 p0-3', 'p0-4 p0-5', 'p0-6 p0-7'],
    ]);
  });

  it('shares a long board out evenly', () => {
    expect(drawn(board({ panels: stats }, { panels: charts(6) }))).toEqual([
      ['p0-0 p0-1 p0-2 p0-3', 'p1-0 p1-1'],
      ['p1-2 p1-3', 'p1-4 p1-5'],
    ]);
  });

  it('leaves collapsed rows out', () => {
    expect(drawn(board({ panels: stats }, { collapsed: true, panels: charts(2) }))).toHaveLength(1);
    expect(drawn(board({ collapsed: true, panels: charts(2) }))).toEqual([]);
  });

  it('shows every panel once, in its order, and never more than fits', () => {
    const panel = fc.record({
      kind: fc.constantFrom<Sketch['kind']>('stat', 'timeseries'),
      span: fc.integer({ min: 1, max: 12 }),
    });
    fc.assert(
      fc.property(fc.array(fc.array(panel, { minLength: 1, maxLength: 9 }), { minLength: 1, maxLength: 6 }), (rows) => {
        const dashboard = board(...rows.map((panels) => ({ panels })));
        const screens = screensOf(dashboard);
        const idsOf = (one: Dashboard) => one.rows.flatMap(({ panels }) => panels.map(({ id }) => id));
        expect(screens.flatMap(idsOf)).toEqual(idsOf(dashboard));
        for (const screen of screens) {
          const need = screen.rows.map(({ panels }) => (panels.every(({ kind }) => kind === 'stat') ? 1 : 2));
          expect(need.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(5);
          for (const { panels } of screen.rows) {
            expect(panels.reduce((sum, { span }) => sum + span, 0)).toBeLessThanOrEqual(12);
          }
        }
      }),
    );
  });
});
