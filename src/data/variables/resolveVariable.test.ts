import * as v from 'valibot';
import { expect, it } from 'vitest';
import { dashboardSchema } from '../../model/dashboard.ts';
import { resolveVariable } from './resolveVariable.ts';

function variable(raw: object) {
  const [first] = v.parse(dashboardSchema, { title: 't', section: 'system', rows: [], variables: [raw] }).variables;
  if (first === undefined) throw new Error('no variable');
  return first;
}

const site = { name: 'site', query: 'label_values(up, site)' };
const options = ['gate', 'north'];

it.each([
  { name: 'the first option', raw: site, options, values: ['gate'] },
  { name: 'waits for its options', raw: site, options: null, values: null },
  { name: 'the URL does not need the options', raw: site, options: null, chosen: ['north'], values: ['north'] },
  { name: 'no options at all', raw: site, options: [], values: [] },
  { name: 'a value that is gone is kept', raw: site, options, chosen: ['depot'], values: ['depot'] },
  { name: 'one of several when it takes one', raw: site, options, chosen: ['a', 'b'], values: ['a'] },
  { name: 'several', raw: { ...site, multi: true }, options, chosen: ['a', 'b'], values: ['a', 'b'] },
  { name: 'All by default', raw: { ...site, all: true }, options, values: options, all: true },
  { name: 'All does not wait', raw: { ...site, all: true }, options: null, values: [], all: true },
  { name: 'All by choice', raw: { ...site, all: true }, options, chosen: ['$__all'], values: options, all: true },
  { name: 'All where there is none', raw: site, options, chosen: ['$__all'], values: ['gate'] },
  { name: 'a default before All', raw: { ...site, all: true, default: ['north'] }, options, values: ['north'] },
  { name: 'custom', raw: { name: 'q', options: ['0.5', '0.9'] }, options: ['0.5', '0.9'], values: ['0.5'] },
  { name: 'constant', raw: { name: 'c', value: 'x' }, options: [], chosen: ['y'], values: ['x'] },
  { name: 'textbox', raw: { name: 't', default: 'a' }, options: [], chosen: ['b'], values: ['b'] },
  { name: 'an empty textbox', raw: { name: 't', default: 'a' }, options: [], chosen: [''], values: [''] },
  { name: 'interval', raw: { name: 'w', type: 'interval', options: ['5m', '1h'] }, options: [], values: ['5m'] },
  { name: 'data source', raw: { name: 'ds', type: 'datasource' }, options: ['main', 'b'], values: ['main'] },
])('$name', ({ raw, options: given, chosen, values, all = false }) => {
  expect(resolveVariable(variable(raw), chosen, given)).toEqual(values && { values, all });
});
