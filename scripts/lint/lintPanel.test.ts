import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { panelSchema } from '../../src/model/dashboard.ts';
import { lintFigure, lintPanel } from './lintPanel.ts';

const panel = (written: object) =>
  lintPanel(v.parse(panelSchema, { id: 'p', kind: 'stat', title: 'Panel', queries: [{ expr: 'up' }], ...written })).map(
    ({ rule, subject }) => `${rule} ${subject}`,
  );

describe('units', () => {
  it.each([
    [{ unit: 'percent' }, []],
    [{ unit: 'furlongs' }, ['unknown-unit furlongs']],
    [{ unit: 'suffix:furlongs' }, []],
    [
      { kind: 'table', options: { columns: [{ name: 'a', unit: 'furlongs' }, { name: 'b' }] } },
      ['unknown-unit furlongs'],
    ],
    [{ kind: 'timeseries', options: { overrides: [{ match: 'a', unit: 'furlongs' }] } }, ['unknown-unit furlongs']],
    [{ kind: 'timeseries', options: { right: { unit: 'furlongs' } } }, ['unknown-unit furlongs']],
  ])('of %j: %j', (written, expected) => {
    expect(panel(written)).toEqual(expected);
  });
});

describe('shares with decimals', () => {
  it.each([
    [{ unit: 'percent', decimals: 0 }, ['rounded-share p']],
    [{ unit: 'percentunit', decimals: 2 }, ['rounded-share p']],
    [{ unit: 'percent', options: { decimals: 1 } }, ['rounded-share p']],
    [{ unit: 'ms', decimals: 0 }, []],
    // A column has of the panel what it does not say itself.
    [
      {
        kind: 'table',
        unit: 'locale',
        decimals: 0,
        options: { columns: [{ name: 'a' }, { name: 'b', unit: 'percent' }] },
      },
      ['rounded-share b'],
    ],
    [{ kind: 'table', unit: 'percent', options: { columns: [{ name: 'a', decimals: 1 }] } }, ['rounded-share a']],
    [{ kind: 'table', unit: 'percent', options: { columns: [{ name: 'a', unit: 's', decimals: 1 }] } }, []],
    [
      { kind: 'timeseries', decimals: 0, options: { overrides: [{ match: 'a', unit: 'percent' }, { match: 'b' }] } },
      ['rounded-share a'],
    ],
    // On the right it has of that axis.
    [{ kind: 'timeseries', decimals: 0, options: { overrides: [{ match: 'a', unit: 'percent', axis: 'right' }] } }, []],
    [{ kind: 'timeseries', options: { right: { unit: 'percent', decimals: 0 } } }, ['rounded-share right']],
  ])('in %j: %j', (written, expected) => {
    expect(panel(written)).toEqual(expected);
  });

  it('are found in key figures', () => {
    const title = { en: 'Free', 'pt-BR': 'Livre' };
    expect(lintFigure({ title, unit: 'percent', decimals: 0 })).toEqual([{ rule: 'rounded-share', subject: 'Free' }]);
    expect(lintFigure({ title, unit: 'percent' })).toEqual([]);
  });
});

describe('overrides', () => {
  const legends = (...all: readonly unknown[]) => all.map((legend) => ({ expr: 'up', legend }));
  const both = { en: 'overflows', 'pt-BR': 'transbordamentos' };

  it.each([
    ['pace', [{ expr: 'up', id: 'pace', legend: 'at the pace' }], true],
    ['pace', legends('at the pace'), false],
    ['at the pace', legends('at the pace'), true],
    ['.*pace', legends('in all', 'at the pace'), true],
    // A name is another in each language.
    ['overflows', legends(both), false],
    ['overflows|transbordamentos', legends(both), true],
    // What a label puts into a place is not known.
    ['disabled', legends('{{mode}}'), true],
    ['5..', legends('{{status}}'), true],
    ['a sent', legends('{{ device }} sent'), true],
    ['sent', legends('{{ device }} sent'), true],
    ['a received', legends('{{ device }} sent'), false],
    ['[^ ]+ s.nt', legends('{{ device }} sent'), true],
    ['disabled', [{ expr: 'up' }], true],
    ['disabled', [], false],
  ])('%s over %j can fit: %s', (match, queries, fits) => {
    const options = { overrides: [{ match, dashed: true }] };
    expect(panel({ kind: 'timeseries', queries, options })).toEqual(fits ? [] : [`idle-override ${match}`]);
  });
});
