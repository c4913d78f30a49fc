// @vitest-environment happy-dom
import { render, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Absence } from '../model/absence.ts';
import type { Series } from '../model/frame.ts';
import { fakeCanvas } from '../testing/canvas.ts';
import { rangeFrame, seriesOf } from '../testing/frames.ts';
import { fakeLayout } from '../testing/layout.ts';
import { instantResult, noon, panelProps } from '../testing/panelProps.ts';
import type { PanelData, PanelKind, PanelResult } from './contract.ts';
import gauge from './gauge/index.ts';
import pie from './pie/index.ts';
import stat from './stat/index.ts';
import timeline from './state-timeline/index.ts';
import table from './table/index.ts';

const canvas = fakeCanvas();
fakeLayout(900, 300);

const minute = 60_000;
const ago = (minutes: number) => noon - minutes * minute;
const named = (name: string) => ({ expr: name, id: name, legend: { en: name, 'pt-BR': name } });
const instant = (name: string, value: number | null, absence?: Absence): PanelResult => ({
  ...instantResult(value === null ? [] : [[{ row: 'x' }, value]], named(name)),
  absence,
});
/** Four queries: of one the value is zero, and of the others there is none, each for another reason. */
const byQuery: Partial<PanelData> = {
  results: [
    instant('Zero', 0),
    instant('Absent', null),
    instant('Ended', null, { kind: 'ended', at: ago(12) }),
    instant('Down', null, { kind: 'down', at: ago(7) }),
    instant('Some', 5),
  ],
};

const course = (values: readonly (number | null)[], name: string, instance: string): PanelResult => ({
  query: named(name),
  frame: rangeFrame([seriesOf(values, { job: 'j', instance })], noon, 8 * minute),
});
const half = [3, 3, 3, 3, null, null, null, null];
/** The same by the series' own course, and a list of targets that are down. */
const byCourse: Partial<PanelData> = {
  results: [
    course([3, 3, 3, 3, 0, 0, 0, 0], 'Zero', 'a'),
    { query: named('Absent'), frame: rangeFrame([] satisfies Series[], noon, minute) },
    course(half, 'Ended', 'c'),
    course(half, 'Down', 'd'),
  ],
  down: [{ job: 'j', instance: 'd' }],
};

function show<Options>(kind: PanelKind<Options>, data: Partial<PanelData>, options: object = {}) {
  const props = panelProps(kind.decodeOptions(options), { data, size: { width: 900, height: 300 } });
  const { container } = render(<kind.Panel {...props} />);
  const look = (text: string) =>
    [...container.querySelectorAll('[data-absence]')]
      .filter((element) => element.textContent?.trim() === text)
      .map((element) => element.getAttribute('data-absence'));
  return {
    text: container.textContent ?? '',
    look,
    summary: kind.summary(props),
    table: kind.toTable(props),
    container,
  };
}

describe('zero, absent, ended and down are four things', () => {
  it.each([
    ['stat', () => show(stat, byQuery)],
    ['gauge', () => show(gauge, byQuery)],
    ['pie', () => show(pie, byQuery)],
  ])('in a %s, by query', (_, draw) => {
    const { text, look, summary, table: twin } = draw();
    for (const words of ['no data', 'ended 12 min ago', 'target down for 7 min']) {
      expect(text).toContain(words);
      expect(summary).toContain(words);
    }
    expect(look('no data')).toEqual(['absent']);
    expect(look('ended 12 min ago')).toEqual(['ended']);
    expect(look('target down for 7 min')).toEqual(['down']);
    const cells = Object.fromEntries(twin.rows.map(([name, value]) => [name?.text, value]));
    expect(cells).toMatchObject({
      Zero: { text: '0', raw: 0 },
      Absent: { text: 'no data', raw: null },
      Ended: { text: 'ended 12 min ago', raw: null },
      Down: { text: 'target down for 7 min', raw: null },
    });
  });

  it('in a stat, by the course of its series: figures stay, and say that they are not of now', () => {
    const { container, look } = show(stat, byCourse, { sparkline: false });
    const texts = [...container.querySelectorAll('li')].map((cell) => cell.textContent?.replaceAll(/\s+/g, ' '));
    expect(texts).toEqual(['Zero0', 'Absentno data', 'Ended3ended 32 min ago', 'Down3 target down for 32 min']);
    expect(look('target down for 32 min')).toEqual(['down']);
  });

  it('in a gauge, by the course of its series', () => {
    const { text, summary } = show(gauge, byCourse);
    expect(text).toContain('ended 32 min ago');
    expect(summary).toBe('Zero: 0; Absent: no data; Ended: ended 32 min ago; Down: target down for 32 min, critical.');
  });

  it('in a table: in a row that others have, and by the target of the row', () => {
    const { look, table: twin } = show(table, byQuery);
    expect(twin.rows.map((row) => row.map(({ text }) => text))).toEqual([
      ['x', '0', '–', 'ended 12 min ago', 'target down for 7 min', '5'],
    ]);
    expect(look('–')).toEqual(['absent']);
    expect(look('ended 12 min ago')).toEqual(['ended']);
    expect(look('target down for 7 min')).toEqual(['down']);

    const of = (name: string, instances: readonly string[]) =>
      instantResult(
        instances.map((instance) => [{ job: 'j', instance }, 1]),
        named(name),
      );
    const rows = show(table, {
      results: [of('A', ['a', 'd', 'e']), of('B', ['a'])],
      down: [{ job: 'j', instance: 'd' }],
    });
    expect(rows.table.rows.map((row) => row.map(({ text }) => text))).toEqual([
      ['a', '1', '1'],
      ['d', '1', 'target down'],
      ['e', '1', '–'],
    ]);
  });

  it('in a state timeline: a state, and three kinds of rows without one', async () => {
    const mappings = [{ value: 0, text: 'Off', tone: 'critical' }];
    const { summary } = show(timeline, byCourse, { mappings, sort: 'none' });
    await waitFor(() =>
      expect(canvas.texts()).toEqual(
        expect.arrayContaining(['Off', 'no data', 'ended 11:36:00', 'target down, ended 11:36:00']),
      ),
    );
    expect(summary).toContain('Ended: ended at 11:36:00.');
    expect(summary).toContain('Down: target down, ended 11:36:00.');
    expect(summary).toContain('Zero: Off since 11:36:00.');
  });
});
