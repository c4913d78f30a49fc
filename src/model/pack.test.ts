import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { dashboardSchema } from './dashboard.ts';
import { packIndexSchema, packSchema, withPackVariables } from './pack.ts';

const pack = {
  id: 'gt-vision',
  title: 'GT-Vision',
  description: { en: 'Video surveillance', 'pt-BR': 'Videomonitoramento' },
  detect: ' count(gtvision_active_streams) ',
  dashboards: ['system', 'business'],
  scrape: '- job_name: gtvision',
};

describe('packSchema', () => {
  it('fills in what a file may leave out', () => {
    const decoded = v.parse(packSchema, {
      ...pack,
      figures: [{ title: 'Streams', expr: 'sum(gtvision_active_streams)' }],
    });
    expect(decoded).toEqual({
      ...pack,
      title: { en: 'GT-Vision', 'pt-BR': 'GT-Vision' },
      detect: 'count(gtvision_active_streams)',
      jobs: [],
      figures: [
        {
          title: { en: 'Streams', 'pt-BR': 'Streams' },
          expr: 'sum(gtvision_active_streams)',
          unit: 'short',
          thresholds: [],
          mappings: [],
        },
      ],
      variables: [],
      links: [],
    });
  });

  it.each([
    [{ ...pack, detect: ' ' }, 'detect'],
    [{ ...pack, dashboards: ['system', 'system'] }, 'dashboards'],
    [{ ...pack, dashboards: ['../secret'] }, 'dashboards.0'],
    [{ ...pack, figures: [{ title: 'x' }] }, 'figures.0.expr'],
    [{ ...pack, colour: 'red' }, 'colour'],
    [{ ...pack, title: { en: 'only' } }, 'title'],
  ])('says where a file is wrong', (raw, path) => {
    const result = v.safeParse(packSchema, raw);
    expect(result.issues?.map((issue) => v.getDotPath(issue))).toContain(path);
  });
});

describe('packIndexSchema', () => {
  const { dashboards, ...rest } = pack;
  const summary = { ...rest, dashboards: dashboards.map((id) => ({ id, title: id, section: 'system' })) };

  it('reads the reply, problems included, and lets unknown keys go by', () => {
    const problems = [
      { file: 'packs/x/pack.yaml', line: 3, path: 'jobs.0', message: 'a text is needed' },
      { file: 'packs/y', line: null, path: '', message: 'no pack.yaml' },
    ];
    const index = v.parse(packIndexSchema, { packs: [{ ...summary, added: 1 }], problems, added: 2 });
    expect(index.problems).toEqual(problems);
    expect(index.packs[0]).toMatchObject({ id: 'gt-vision', jobs: [], scrape: pack.scrape });
    expect(index.packs[0]?.dashboards[1]).toEqual({
      id: 'business',
      title: { en: 'business', 'pt-BR': 'business' },
      section: 'system',
    });
  });

  it('refuses a reply of another shape', () => {
    expect(v.safeParse(packIndexSchema, { packs: {} }).success).toBe(false);
    expect(v.safeParse(packIndexSchema, { packs: [{ id: 'x' }] }).success).toBe(false);
  });

  it('reads back what decoding gave, as the gateway sends decoded packs', () => {
    const once = v.parse(packIndexSchema, { packs: [summary] });
    expect(v.parse(packIndexSchema, JSON.parse(JSON.stringify(once)))).toEqual(once);
  });
});

describe('withPackVariables', () => {
  it('puts the variables of the pack first, unless the dashboard has its own of that name', () => {
    const decodedPack = v.parse(packSchema, {
      ...pack,
      variables: [
        { name: 'instance', query: 'label_values(up, instance)' },
        { name: 'job', query: 'label_values(up, job)' },
      ],
    });
    const dashboard = v.parse(dashboardSchema, {
      title: 'x',
      section: 'system',
      variables: [{ name: 'job', value: 'api' }],
      rows: [],
    });
    const { variables } = withPackVariables(dashboard, decodedPack);
    expect(variables.map((variable) => [variable.name, variable.type])).toEqual([
      ['instance', 'query'],
      ['job', 'constant'],
    ]);
  });
});
