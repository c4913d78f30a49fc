import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { root } from './command.ts';
import { jsonSchemas } from './schemas.ts';

// Types beside `anyOf` and defaults beside `$ref` are fine for an editor.
const ajv = new Ajv({ strict: false, allErrors: true });
const validators = new Map(
  [...jsonSchemas()].map(([name, schema]) => [name, ajv.compile(JSON.parse(JSON.stringify(schema)))]),
);

/** Where a file is wrong, in the words of its schema; empty where it is right. */
function faults(name: string, data: unknown): string[] {
  const validate = validators.get(name);
  if (validate === undefined) throw new Error(`there is no ${name}`);
  return validate(data) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

const packsFolder = join(root, 'packs');
const shipped = readdirSync(packsFolder).flatMap((pack) =>
  readdirSync(join(packsFolder, pack))
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => `${pack}/${file}`),
);

const panel = { id: 'load', kind: 'timeseries', title: 'Load', queries: [{ expr: 'up' }] };
const dashboard = (given: object = {}, variables: readonly object[] = []) => ({
  title: 'Load',
  section: 'system',
  variables,
  rows: [{ panels: [{ ...panel, ...given }] }],
});

describe('the JSON Schemas', () => {
  it.each(shipped)('accept packs/%s', (file) => {
    const name = file.endsWith('/pack.yaml') ? 'pack.schema.json' : 'dashboard.schema.json';
    expect(faults(name, parse(readFileSync(join(packsFolder, file), 'utf8')))).toEqual([]);
  });

  it.each([
    ['options of the kind', dashboard({ options: { stack: 'normal' } })],
    ['a text in one language for both', dashboard({ title: 'CPU' })],
    ['a variable by its query alone', dashboard({}, [{ name: 'job', query: 'label_values(up, job)' }])],
    ['a variable of a type that must be told', dashboard({}, [{ name: 'ds', type: 'datasource' }])],
    ['a web address in any case', dashboard({ links: [{ title: 'x', url: 'HTTPS://wiki.example' }] })],
  ])('accept %s', (_, file) => expect(faults('dashboard.schema.json', file)).toEqual([]));

  it.each([
    ['a kind that there is not', dashboard({ kind: 'graph' })],
    ['a key that there is not', dashboard({ colour: 'red' })],
    ['options of another kind', dashboard({ options: { sparkline: true } })],
    ['a text in one of two languages', dashboard({ title: { en: 'Load' } })],
    ['a panel without what its kind needs', dashboard({ kind: 'text' })],
    ['a data source variable that does not say so', dashboard({}, [{ name: 'ds', values: ['a'] }])],
  ])('refuse %s', (_, file) => expect(faults('dashboard.schema.json', file)).not.toEqual([]));

  it('accept a configuration, and refuse one without an address', () => {
    const source = { id: 'main', url: 'http://prometheus:9090', timeout: '30s', headers: { 'X-Scope-OrgID': 'a' } };
    expect(faults('config.schema.json', { dataSources: [source] })).toEqual([]);
    expect(faults('config.schema.json', { dataSources: [{ id: 'main' }] })).not.toEqual([]);
  });
});
