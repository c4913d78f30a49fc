import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Labels } from './labels.ts';
import { distinguishingNames, queryName, seriesName } from './legend.ts';

describe('seriesName', () => {
  const labels: Labels = { __name__: 'up', job: 'api', instance: 'a:80' };

  it.each([
    ['{{job}}', 'api'],
    ['{{ job }} on {{instance}}', 'api on a:80'],
    ['{{__name__}}', 'up'],
    ['p95', 'p95'],
    ['{{job}}{{missing}}', 'api'],
    ['{{server,api}} x', 'x'],
    ['{{toString}}!', '!'],
    ['{{missing}}', 'up{instance="a:80", job="api"}'],
    ['', 'up{instance="a:80", job="api"}'],
    [undefined, 'up{instance="a:80", job="api"}'],
    ['{{job', '{{job'],
    ['$& {{job}}', '$& api'],
  ])('%j is %s', (template, name) => {
    expect(seriesName(labels, template)).toBe(name);
  });

  it('puts values in as they are', () => {
    expect(seriesName({ path: '/a/$1/{{job}}' }, '{{path}}')).toBe('/a/$1/{{job}}');
  });
});

describe('queryName', () => {
  const both = (text: string) => ({ en: text, 'pt-BR': text });

  it.each([
    [{ expr: 'up', legend: both('Up') }, 'Up'],
    [{ expr: 'up', legend: both('{{job}}'), id: 'u' }, 'u'],
    [{ expr: 'up', legend: both('{{job}}') }, 'up'],
    [{ expr: 'up' }, 'up'],
  ])('of %o is %s', (query, expected) => {
    expect(queryName(query, 'en')).toBe(expected);
  });
});

describe('distinguishingNames', () => {
  it.each<[string, Labels[], string[]]>([
    ['one series', [{ __name__: 'up', job: 'a' }], ['up{job="a"}']],
    ['no labels', [{}], ['{}']],
    ['a bare metric', [{ __name__: 'up' }], ['up']],
    [
      'one label that differs',
      [
        { __name__: 'up', job: 'a', env: 'prod' },
        { __name__: 'up', job: 'b', env: 'prod' },
      ],
      ['a', 'b'],
    ],
    [
      'two labels that differ',
      [
        { job: 'a', code: '200', env: 'prod' },
        { job: 'b', code: '500', env: 'prod' },
      ],
      ['{code="200", job="a"}', '{code="500", job="b"}'],
    ],
    ['metrics that differ', [{ __name__: 'reads' }, { __name__: 'writes' }], ['reads', 'writes']],
    [
      'metric and label',
      [
        { __name__: 'reads', disk: 'sda' },
        { __name__: 'writes', disk: 'sdb' },
      ],
      ['reads{disk="sda"}', 'writes{disk="sdb"}'],
    ],
    ['a label that one has not', [{ job: 'a' }, {}], ['a', 'job=""']],
    ['equal labels', [{ job: 'a' }, { job: 'a' }, { job: 'a' }], ['{job="a"}', '{job="a"} (2)', '{job="a"} (3)']],
    ['a value that looks numbered', [{ job: 'a' }, { job: 'a' }, { job: 'a (2)' }], ['a', 'a (3)', 'a (2)']],
    ['none', [], []],
  ])('%s', (_, labels, names) => {
    expect(distinguishingNames(labels)).toEqual(names);
  });

  it('gives every series a name of its own', () => {
    const text = fc.oneof(fc.constantFrom('', 'a', 'b', 'a (2)', '"'), fc.string());
    const labels = fc.dictionary(fc.constantFrom('__name__', 'job', 'x', 'toString'), text);
    fc.assert(
      fc.property(fc.array(labels, { maxLength: 12 }), (seriesLabels) => {
        const names = distinguishingNames(seriesLabels);
        expect(names).toHaveLength(seriesLabels.length);
        expect(new Set(names).size).toBe(names.length);
        expect(names).not.toContain('');
      }),
    );
  });
});
