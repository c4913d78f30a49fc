import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { dashboardSchema } from './dashboard.ts';

const panel = { id: 'up', kind: 'stat', title: 'Up', queries: [{ expr: 'up' }] };
const dashboard = { title: 'Test', section: 'system', rows: [{ panels: [panel] }] };

/** The first problem as `path: message`. */
function problem(raw: unknown): string | null {
  const result = v.safeParse(dashboardSchema, raw);
  if (result.success) return null;
  return `${v.getDotPath(result.issues[0])}: ${result.issues[0].message}`;
}

describe('dashboardSchema', () => {
  it('fills in what a file may leave out', () => {
    const decoded = v.parse(dashboardSchema, {
      ...dashboard,
      variables: [{ name: 'job', query: 'label_values(up, job)' }],
    });
    expect(decoded).toMatchObject({ range: 'now-1h', refresh: '30s', title: { en: 'Test', 'pt-BR': 'Test' } });
    expect(decoded.variables[0]).toEqual({
      type: 'query',
      name: 'job',
      query: 'label_values(up, job)',
      multi: false,
      all: false,
    });
    expect(decoded.rows[0]?.panels[0]).toMatchObject({ span: 6, unit: 'short', thresholds: [] });
  });

  it('takes a floor for rate windows and links on panels', () => {
    const links = [
      { title: 'Runbook', url: 'https://wiki.example/up?job=$job' },
      { title: 'Targets', url: '/targets' },
    ];
    const decoded = v.parse(dashboardSchema, {
      ...dashboard,
      rateFloor: '5m',
      rows: [{ panels: [{ ...panel, links }] }],
    });
    expect(decoded.rateFloor).toBe('5m');
    expect(decoded.rows[0]?.panels[0]?.links?.map((link) => link.url)).toEqual(links.map((link) => link.url));
  });

  it.each(['javascript:alert(1)', '//evil.example', '/\\evil.example', 'wiki.example', ''])(
    'refuses a link to %j',
    (url) => {
      const links = [{ title: 'x', url }];
      expect(problem({ ...dashboard, rows: [{ panels: [{ ...panel, links }] }] })).toMatch(
        /^rows\.0\.panels\.0\.links\.0\.url: an address/,
      );
    },
  );

  it.each([
    [{ ...dashboard, rateFloor: 'five' }, 'rateFloor: a duration such as 30s, 5m or 1h is needed'],
    [{ ...dashboard, range: 'now-6' }, 'range: a time such as now-6h or now/d is needed'],
    [{ ...dashboard, range: '2024-05-15' }, 'range: a time'],
    [{ ...dashboard, refresh: '0s' }, 'refresh: '],
    [{ ...dashboard, rows: [{ panels: [panel, panel] }] }, 'rows: panel ids must be unique in a dashboard'],
    [{ ...dashboard, rows: [{ panels: [{ ...panel, colour: 'red' }] }] }, 'rows.0.panels.0.colour: '],
  ])('says where a file is wrong', (raw, message) => {
    expect(problem(raw)).toContain(message);
  });
});
