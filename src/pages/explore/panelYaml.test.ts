import fc from 'fast-check';
import * as v from 'valibot';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { panelSchema } from '../../model/dashboard.ts';
import { idOf, panelOf } from './panel.ts';
import { panelYaml } from './panelYaml.ts';

const text = fc.string({ unit: 'grapheme' });

it.each(['0', '1e3', '0x1f', 'true', 'null'])(
  'is a panel of the id %s, which YAML alone would not take for a text',
  (title) => {
    const query = { expr: 'up', legend: '', mode: 'range', isHidden: false } as const;
    const panel = panelOf([query], { id: idOf(title), kind: 'timeseries', title, span: 6 });
    expect(parse(panelYaml(panel))).toMatchObject([{ id: title, title }]);
  },
);

it('has the words of its title as an id, without their accents', () => {
  expect(idOf('Câmeras por estado')).toBe('cameras-por-estado');
});

it('is a panel that a dashboard takes, whatever the texts', () => {
  const queries = fc.array(
    fc.record({
      expr: text.filter((expr) => expr.trim() !== ''),
      legend: text,
      mode: fc.constantFrom('range' as const, 'instant' as const),
      isHidden: fc.constant(false),
    }),
    { minLength: 1, maxLength: 4 },
  );
  fc.assert(
    fc.property(queries, text, (given, title) => {
      const panel = panelOf(given, { id: idOf(title), kind: 'timeseries', title, span: 6 });
      const [read] = v.parse(v.tuple([panelSchema]), parse(panelYaml(panel)));
      expect(read.title.en).toBe(title);
      expect(read.queries.map(({ expr, instant }) => [expr, instant ?? false])).toEqual(
        given.map(({ expr, mode }) => [expr.trim(), mode === 'instant']),
      );
      expect(read.queries.map(({ legend }) => legend?.en ?? '')).toEqual(
        given.map(({ legend }) => (legend.trim() === '' ? '' : legend)),
      );
    }),
  );
});
