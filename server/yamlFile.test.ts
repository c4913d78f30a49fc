import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { decodeYaml, describeProblem, parseYaml } from './yamlFile.ts';

const schema = v.strictObject({
  name: v.string(),
  secret: v.optional(v.string()),
  mode: v.optional(v.picklist(['a', 'b'])),
  list: v.optional(v.array(v.strictObject({ size: v.pipe(v.number(), v.minValue(1, 'at least 1')) }))),
});

describe('decodeYaml', () => {
  test('gives the decoded value', () => {
    expect(decodeYaml(parseYaml('name: x\nlist:\n  - size: 2\n'), schema)).toEqual({
      output: { name: 'x', list: [{ size: 2 }] },
      problems: [],
    });
  });

  test.each([
    ['a missing key stands where it is missing', '# head\nsecret: s\n', 'line 2, name: is missing'],
    ['an unknown key', 'name: x\nnme: y\n', 'line 2, nme: there is no such key'],
    ['a wrong value', 'name: x\nmode: c\n', 'line 2, mode: Invalid type: Expected ("a" | "b")'],
    ['a custom message', 'name: x\nlist:\n  - size: 1\n  - size: 0\n', 'line 4, list.1.size: at least 1'],
    [
      'a block value is placed at its key',
      'name: x\nlist:\n\n\n  a: 1\n',
      'line 2, list: Invalid type: Expected Array',
    ],
    ['broken YAML', 'name: x\nlist: [1,\nmode: a\n', 'line 3: '],
    ['an empty file', '', 'f.yaml: Invalid type: Expected Object'],
  ])('%s', (_name, text, expected) => {
    const { problems } = decodeYaml(parseYaml(text), schema);
    expect(problems.map((p) => describeProblem('f.yaml', p)).join('\n')).toContain(expected);
  });

  test.each([
    'name: x\nsecret: *x8675309\n',
    'name: x\nsecret: |8675309\n  y',
    'name: x\nsecret: 8675309\n',
    'name: x\nsecret: {8675309: 1}\n',
    'name: "8675309\n',
    'name: x\nsecret: a: 8675309',
  ])('never repeats a value: %j', (text) => {
    const { problems } = decodeYaml(parseYaml(text), schema);
    expect(problems).not.toEqual([]);
    expect(JSON.stringify(problems)).not.toContain('8675309');
  });
});
