import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { dashboardSchema } from '../../src/model/dashboard.ts';
import { packIndexSchema } from '../../src/model/pack.ts';
import { describeProblem } from '../yamlFile.ts';
import { createPackStore } from './packs.ts';

const packYaml = `id: shop
title: Shop
description: What is sold
detect: up{job="shop"}
scrape: |
  - job_name: shop
dashboards: [sales]
variables:
  - { name: job, type: constant, value: shop }
  - { name: site, options: [north, south] }
`;
const salesYaml = `title: { en: Sales, pt-BR: Vendas }
section: business
variables:
  - { name: site, options: [east] }
rows:
  - panels:
      - id: orders
        kind: text
        title: Orders
        options: { text: hello }
`;

/** A folder of packs with these files in it. */
function packs(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'mirante-packs-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

const sound = { 'shop/pack.yaml': packYaml, 'shop/sales.yaml': salesYaml };

async function problemsOf(files: Readonly<Record<string, string>>): Promise<string[]> {
  const { index } = await createPackStore([packs(files)]).load();
  return index.problems.map((problem) => describeProblem(problem.file, problem));
}

describe('createPackStore', () => {
  test('indexes the packs and gives their dashboards', async () => {
    const { index, dashboard } = await createPackStore([packs(sound)]).load();
    expect(v.parse(packIndexSchema, JSON.parse(JSON.stringify(index)))).toMatchObject({
      packs: [
        {
          id: 'shop',
          title: { en: 'Shop', 'pt-BR': 'Shop' },
          jobs: [],
          dashboards: [{ id: 'sales', title: { en: 'Sales', 'pt-BR': 'Vendas' }, section: 'business' }],
        },
      ],
      problems: [],
    });
    expect(dashboard('shop', 'sales')).toMatchObject({ title: { en: 'Sales' }, section: 'business' });
    expect(dashboard('shop', 'pack')).toBeNull();
    expect(dashboard('..', 'sales')).toBeNull();
  });

  test("a dashboard gets its pack's variables, and keeps its own of the same name", async () => {
    const { dashboard } = await createPackStore([packs(sound)]).load();
    const { variables } = v.parse(dashboardSchema, dashboard('shop', 'sales'));
    expect(variables).toMatchObject([
      { name: 'job', value: 'shop' },
      { name: 'site', options: ['east'] },
    ]);
  });

  test.each<[string, Record<string, string>, string[]]>([
    ['nothing', {}, []],
    [
      'a wrong key in a dashboard',
      { 'shop/sales.yaml': salesYaml.replace('kind: text', 'kind: txt') },
      [
        expect.stringMatching(
          /^shop\/sales\.yaml, line 8, rows\.0\.panels\.0\.kind: Invalid type: Expected \("timeseries" \|/,
        ),
      ],
    ],
    [
      'a wrong option',
      { 'shop/sales.yaml': salesYaml.replace('text: hello', 'text: [1]') },
      [expect.stringMatching(/^shop\/sales\.yaml, line 10, rows\.0\.panels\.0\.options\.text: a text, or/)],
    ],
    ['broken YAML', { 'shop/sales.yaml': 'title: [' }, [expect.stringMatching(/^shop\/sales\.yaml, line 1: /)]],
    [
      'two ids the same',
      { 'shop/sales.yaml': `${salesYaml}      - { id: orders, kind: text, title: Again, options: { text: a } }\n` },
      ['shop/sales.yaml, line 5, rows: panel ids must be unique in a dashboard'],
    ],
    [
      'a dashboard without a file',
      { 'shop/pack.yaml': packYaml.replace('[sales]', '[sales, stock]') },
      ['shop/stock.yaml: pack.yaml lists this dashboard, but its file cannot be read'],
    ],
    [
      'a file that is not listed',
      { 'shop/stock.yaml': salesYaml },
      ['shop/stock.yaml: pack.yaml does not list this file under dashboards'],
    ],
    [
      'a pack of another name',
      { 'shop/pack.yaml': packYaml.replace('id: shop', 'id: store') },
      ["shop/pack.yaml, line 1, id: a pack's id is the name of its folder"],
    ],
    [
      'a pack without a title',
      { 'shop/pack.yaml': packYaml.replace('title: Shop', '') },
      ['shop/pack.yaml, line 1, title: is missing'],
    ],
    ['a folder without a pack', { 'other/notes.txt': 'x' }, ['other/pack.yaml: the file cannot be read']],
  ])('says what is wrong and where: %s', async (_name, files, problems) => {
    expect(await problemsOf({ ...sound, ...files })).toEqual(problems);
  });

  test('what is broken takes nothing else down', async () => {
    const good = { 'fine/pack.yaml': packYaml.replace('id: shop', 'id: fine'), 'fine/sales.yaml': salesYaml };
    const broken = {
      'worse/pack.yaml': ':',
      'shop/pack.yaml': packYaml.replace('[sales]', '[sales, stock]'),
      'shop/stock.yaml': '',
    };
    const { index, problemsOf } = await createPackStore([packs({ ...sound, ...good, ...broken })]).load();
    expect(index.packs.map(({ id, dashboards }) => [id, dashboards.map((d) => d.id)])).toEqual([
      ['fine', ['sales']],
      ['shop', ['sales']],
    ]);
    expect(problemsOf('shop', 'sales')).toEqual([]);
    expect(problemsOf('shop', 'stock')).toHaveLength(1);
  });

  test('an edit shows at the next look', async () => {
    const folder = packs(sound);
    const store = createPackStore([folder]);
    const first = (await store.load()).dashboard('shop', 'sales');
    expect((await store.load()).dashboard('shop', 'sales')).toBe(first);
    writeFileSync(join(folder, 'shop', 'sales.yaml'), salesYaml.replace('Sales', 'Sales by site'));
    expect((await store.load()).dashboard('shop', 'sales')).toMatchObject({ title: { en: 'Sales by site' } });
    rmSync(join(folder, 'shop'), { recursive: true });
    expect((await store.load()).index).toEqual({ packs: [], problems: [] });
  });

  test('a link to a folder is a pack as a folder is, one to nothing is told of, and others are none', async () => {
    const folder = packs({ '..data/shop/pack.yaml': packYaml, '..data/shop/sales.yaml': salesYaml, 'notes.txt': 'x' });
    symlinkSync(join('..data', 'shop'), join(folder, 'shop'));
    symlinkSync(join('..data', 'gone'), join(folder, 'gone'));
    symlinkSync('notes.txt', join(folder, 'notes'));
    const { index } = await createPackStore([folder]).load();
    expect(index.packs.map(({ id, dashboards }) => [id, dashboards.map((d) => d.id)])).toEqual([['shop', ['sales']]]);
    expect(index.problems.map((problem) => describeProblem(problem.file, problem))).toEqual([
      'gone/pack.yaml: the file cannot be read',
    ]);
  });

  test('what a link leads to may be changed for another, as Kubernetes does', async () => {
    const folder = packs({ '..1/shop/pack.yaml': 'title: Sold\n', '..2/shop/pack.yaml': 'title: Gone\n' });
    // As files are that one archive was unpacked from.
    for (const version of ['..1', '..2']) utimesSync(join(folder, version, 'shop', 'pack.yaml'), 1, 1);
    const leadTo = (version: string) => {
      symlinkSync(version, join(folder, '..next'));
      renameSync(join(folder, '..next'), join(folder, '..data'));
    };
    leadTo('..1');
    symlinkSync(join('..data', 'shop'), join(folder, 'shop'));
    const store = createPackStore([folder]);
    const titles = async () => (await store.load()).index.packs.map(({ title }) => title.en);
    expect(await titles()).toEqual(['Sold']);
    leadTo('..2');
    expect(await titles()).toEqual(['Gone']);
  });

  test('needs no more of a pack than its title', async () => {
    const { index } = await createPackStore([
      packs({ 'shop/pack.yaml': 'title: Shop\n', 'shop/stock.yaml': salesYaml, 'shop/sales.yaml': salesYaml }),
    ]).load();
    expect(index.problems).toEqual([]);
    expect(index.packs.map(({ id, dashboards }) => [id, dashboards.map((d) => d.id)])).toEqual([
      ['shop', ['sales', 'stock']],
    ]);
  });

  test('a pack in the own folder replaces the shipped one', async () => {
    const [shipped, own] = [
      packs(sound),
      packs({ ...sound, 'shop/pack.yaml': packYaml.replace('title: Shop', 'title: Mine') }),
    ];
    cpSync(join(shipped, 'shop'), join(shipped, 'other'), { recursive: true });
    const { index } = await createPackStore([shipped, own]).load();
    expect(index.packs.map(({ id, title }) => [id, title.en])).toEqual([['shop', 'Mine']]);
  });
});

describe('the shipped packs', async () => {
  const folder = join(import.meta.dirname, '..', '..', 'packs');
  const { index, dashboard } = await createPackStore([folder]).load();

  test('all are there and sound', () => {
    expect(index.problems).toEqual([]);
    expect(index.packs.map(({ id }) => id)).toEqual(readdirSync(folder).sort());
  });

  test.each(index.packs.flatMap((pack) => pack.dashboards.map(({ id }) => [pack.id, id] as const)))(
    'what is sent of %s/%s reads the same on arrival',
    (pack, id) => {
      const sent = dashboard(pack, id);
      expect(v.parse(dashboardSchema, JSON.parse(JSON.stringify(sent)))).toEqual(sent);
    },
  );
});
