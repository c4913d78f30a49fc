// @vitest-environment happy-dom
import { render, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { ptBR } from '../../i18n/pt-BR/index.ts';
import type { Series } from '../../model/frame.ts';
import { fakeCanvas } from '../../testing/canvas.ts';
import { rangeFrame, seriesOf } from '../../testing/frames.ts';
import { noon, panelProps } from '../../testing/panelProps.ts';
import type { PanelEnvironment, PanelResult } from '../contract.ts';
import stat from './index.ts';

fakeCanvas();
const step = 15_000;
const plain = (text: string | null | undefined) => text?.replaceAll('\u00a0', ' ');
const frameOf = (series: readonly Series[], to = noon) => rangeFrame(series, to, step);
const result = (series: readonly Series[], query: Partial<PanelResult['query']> = {}): PanelResult => ({
  query: { expr: 'up', ...query },
  frame: frameOf(series),
});

function show(results: readonly PanelResult[], options: object = {}, environment: Partial<PanelEnvironment> = {}) {
  const props = panelProps(stat.decodeOptions(options), { data: { results }, environment });
  render(<stat.Panel {...props} />);
  const cells = screen.getAllByRole('listitem');
  return {
    cells,
    texts: cells.map((cell) => plain(cell.textContent)),
    summary: plain(stat.summary(props)),
    table: stat.toTable(props),
  };
}

describe('a stat panel', () => {
  it('says in words that there is nothing, and never shows zero for it', () => {
    for (const results of [[result([])], [result([seriesOf([null, null])])]]) {
      const { texts, summary, table } = show(results);
      expect(texts.at(-1)).toBe('no data');
      expect(summary).toBe('no data.');
      expect(table.rows[0]?.[1]).toEqual({ text: 'no data', raw: null });
    }
    expect(document.body.textContent).not.toContain('0');
  });

  it('shows zero and NaN as what they are', () => {
    expect(show([result([seriesOf([0])])]).texts).toEqual(['0']);
    expect(show([result([seriesOf([Number.NaN])])]).texts.at(-1)).toBe('NaN');
  });

  it('tells the age of a series that has ended, and does not judge it', () => {
    const options = { thresholds: [{ value: 1, tone: 'critical' }] };
    const { cells, texts } = show([result([seriesOf([95, null, null, null, null])])], options);
    expect(texts).toEqual(['95ended 1 min ago']);
    expect(cells[0]?.dataset.tone).toBeUndefined();
    expect(screen.queryByRole('img')).toBeNull();
  });

  it('names the limit that is passed, with a mark', () => {
    const { texts, summary } = show([result([seriesOf([95])])], {
      unit: 'percent',
      thresholds: [
        { value: null, tone: 'ok' },
        { value: 80, tone: 'critical' },
      ],
    });
    expect(texts[0]).toContain('limit 80 %');
    expect(screen.getByRole('img', { name: 'critical' })).toBeTruthy();
    expect(summary).toBe('95 %, critical, limit 80 %.');
  });

  it('tells what has changed, in words too', () => {
    const previous = frameOf([seriesOf([100])], noon - 86_400_000);
    const { texts, summary } = show([{ ...result([seriesOf([110])]), previous }], { compare: '1d', better: 'higher' });
    expect(texts[0]).toBe('110▲ up 10 % since yesterday');
    expect(summary).toBe('110, up 10 % since yesterday.');
  });

  it('calls a change that cannot be seen none, without a color', () => {
    const previous = frameOf([seriesOf([100])], noon - 3_600_000);
    const { cells, texts, summary } = show([{ ...result([seriesOf([100.01])]), previous }], {
      compare: '1h',
      better: 'lower',
    });
    expect(texts[0]).toBe('100= unchanged in 1 h');
    expect(summary).toBe('100, unchanged in 1 h.');
    expect(cells[0]?.querySelector('[data-tone]')).toBeNull();
  });

  it('says of how many, in the language of the viewer', () => {
    const results = [result([seriesOf([96])]), result([seriesOf([148])], { id: 'all' })];
    expect(show(results, { of: 'all' }).texts).toEqual(['96of 148']);
    expect(show(results, { of: 'all' }, { language: 'pt-BR', messages: ptBR }).texts.at(-1)).toBe('96de 148');
  });

  it('names each of several figures, and takes a hostile name as text', () => {
    const name = '<img src=x onerror="alert(1)">';
    const { cells, texts } = show([result([seriesOf([1], { job: 'ai' }), seriesOf([2], { job: name })])]);
    expect(texts).toEqual(['ai1', `${name}2`]);
    expect(within(cells[1] ?? document.body).getByTitle(name)).toBeTruthy();
    expect(document.querySelector('img')).toBeNull();
  });

  it('shows the text that a value is mapped to', () => {
    const mappings = [{ value: 2, text: { en: 'connected', 'pt-BR': 'conectado' }, tone: 'ok' }];
    expect(show([result([seriesOf([2])])], { mappings }).texts[0]).toContain('connected');
  });
});
