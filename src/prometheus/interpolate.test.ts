// biome-ignore-all lint/suspicious/noTemplateCurlyInString: ${name} is how a variable is written in a PromQL text
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { InterpolationError, type InterpolationProblem } from './errors.ts';
import { interpolate, interpolateText, usedVariables, type VariableValue } from './interpolate.ts';
import { tokenize } from './tokens.ts';

const one = (...values: string[]): VariableValue => ({ values, all: false });
const variables = new Map<string, VariableValue>([
  ['job', one('api')],
  ['dot', one('a.b+c')],
  ['two', one('a.b', 'c|d')],
  ['all', { values: ['a', 'b'], all: true }],
  ['none', one()],
  ['window', one('1h30m')],
  ['quantile', one('0.95')],
  ['evil', one('"} or vector(1) #')],
  ['path', one('C:\\x\n"it\'s` \r')],
  ['pattern', one('a.*|b')],
]);
const builtins = new Map([['__rate_interval', '5m']]);

describe('each place has its own way', () => {
  test.each([
    ['up{job="$job"}', 'up{job="api"}'],
    ['up{job!="${job}"}', 'up{job!="api"}'],
    ['up{job="x-$job-y"}', 'up{job="x-api-y"}'],
    ['up{job="$dot"}', 'up{job="a.b+c"}'],
    ['up{job=~"$dot"}', 'up{job=~"a\\\\.b\\\\+c"}'],
    ['up{job =~ "$two"}', 'up{job =~ "(a\\\\.b|c\\\\|d)"}'],
    ['up{job!~"^$two$"}', 'up{job!~"^(a\\\\.b|c\\\\|d)$"}'],
    ['up{job=~"$all"}', 'up{job=~".*"}'],
    ['up{job=~"x$all"}', 'up{job=~"x.*"}'],
    ['up{job=~"${all:raw}"}', 'up{job=~".*"}'],
    ['up{job=~"${pattern:raw}"}', 'up{job=~"a.*|b"}'],
    ['up{job=~"$pattern"}', 'up{job=~"a\\\\.\\\\*\\\\|b"}'],
    ['label_replace(up, "a", "", "b", "${two:regex}")', 'label_replace(up, "a", "", "b", "(a\\\\.b|c\\\\|d)")'],
    ["up{job='$path'}", "up{job='C:\\\\x\\n\"it\\'s` \\r'}"],
    ['up{job="$path"}', 'up{job="C:\\\\x\\n\\"it\'s` \\r"}'],
    ['up{job=`$path`}', 'up{job="C:\\\\x\\n\\"it\'s` \\r"}'],
    ['up{job=~`\\d"$dot`}', 'up{job=~"\\\\d\\"a\\\\.b\\\\+c"}'],
    ['up{job=`plain\\d`}', 'up{job=`plain\\d`}'],
    ['up{job="$evil"}', 'up{job="\\"} or vector(1) #"}'],
    [
      'label_replace(up, "a", "$job-$1-$other", "b", "(?P<other>.*)")',
      'label_replace(up, "a", "api-$1-$other", "b", "(?P<other>.*)")',
    ],
    ['rate(x[$window])', 'rate(x[1h30m])'],
    ['rate(x[$__rate_interval])', 'rate(x[5m])'],
    ['rate(x[${__rate_interval}:30s])', 'rate(x[5m:30s])'],
    ['histogram_quantile($quantile, $job)', 'histogram_quantile(0.95, api)'],
    ['${job}_total', 'api_total'],
    ['up # not $other or "$evil', 'up # not $other or "$evil'],
    ['up{job=~"a$"}', 'up{job=~"a$"}'],
    ['up{job="\\\\$job"}', 'up{job="\\\\api"}'],
    ['up{job="\\$job"}', 'up{job="\\$job"}'],
    ['x == "$evil"', 'x == "\\"} or vector(1) #"'],
  ])('%s', (expr, expected) => expect(interpolate(expr, variables, builtins)).toBe(expected));
});

test.each<[string, string, InterpolationProblem]>([
  ['up{job="$jbo"}', 'jbo', 'unknown'],
  ['up{job=~"$jbo"}', 'jbo', 'unknown'],
  ['rate(x[$jbo])', 'jbo', 'unknown'],
  ['up{job="$two"}', 'two', 'several'],
  ['up{job="$all"}', 'all', 'several'],
  ['sum by ($two) (up)', 'two', 'several'],
  ['sum by ($all) (up)', 'all', 'several'],
  ['up{job=~"${two:raw}"}', 'two', 'several'],
  ['up{job="$none"}', 'none', 'empty'],
  ['up{job=~"$none"}', 'none', 'empty'],
  ['$none', 'none', 'empty'],
  ['up$evil', 'evil', 'unsafe'],
  ['${dot:regex}', 'dot', 'unsafe'],
  ['rate(x[$path])', 'path', 'unsafe'],
  ['up{job=~"${job:csv}"}', 'job', 'format'],
])('%s: %s is %s', (expr, variable, problem) => {
  const run = () => interpolate(expr, variables, builtins);
  expect(run).toThrow(InterpolationError);
  expect(run).toThrow(expect.objectContaining({ variable, problem }));
});

describe('whatever the value', () => {
  const nasty = fc.constantFrom(
    '"',
    "'",
    '`',
    '\\',
    '\n',
    '\r',
    '}',
    ')',
    '#',
    '$job',
    '${x}',
    '|',
    '.',
    '\u2028',
    '\0',
    'a',
  );
  const value = fc.oneof(
    fc.array(nasty).map((list) => list.join('')),
    fc.string({ unit: 'binary' }),
  );
  const quotes = fc.constantFrom('"', "'", '`');
  // Escapes of the language before the variable must not eat what guards the value.
  const before = fc.constantFrom('', 'x-', '\\\\', '\\n', '\\\\\\\\', '\\"', "\\'", '\\x41');

  /** Go's rules for a quoted string, written from its specification: an oracle that shares nothing with the code. */
  function unquote(literal: string): string {
    const quote = literal[0];
    expect(literal.at(-1)).toBe(quote);
    let text = '';
    for (let i = 1; i < literal.length - 1; i++) {
      const character = literal.charAt(i);
      expect(character).not.toBe(quote);
      expect(character).not.toBe('\n');
      if (character !== '\\') {
        text += character;
        continue;
      }
      i++;
      const escaped = literal.charAt(i);
      if (escaped === 'x') {
        text += String.fromCharCode(Number.parseInt(literal.slice(i + 1, i + 3), 16));
        i += 2;
      } else text += { n: '\n', r: '\r' }[escaped] ?? escaped;
    }
    return text;
  }

  const stringOf = (expr: string) => tokenize(expr).filter(({ kind }) => kind === 'string');

  it('in = it stays one string, which says exactly the value', () => {
    fc.assert(
      fc.property(value, quotes, before, (text, quote, prefix) => {
        const literal = `${quote}${prefix}\${v}-tail${quote}`;
        fc.pre(quote === '`' ? !prefix.includes('`') : prefix !== `\\${quote === '"' ? "'" : '"'}`);
        const result = interpolate(`m{a=${literal},b="c"} > 1`, new Map([['v', one(text)]]));
        const strings = stringOf(result);
        expect(strings).toHaveLength(2);
        const [first] = strings;
        expect(result).toBe(`m{a=${first?.text},b="c"} > 1`);
        const plain = quote === '`' ? prefix : unquote(`${quote}${prefix}${quote}`);
        expect(unquote(first?.text ?? '')).toBe(`${plain}${text}-tail`);
      }),
    );
  });

  it('in =~ it stays one string, a regex that matches the values and nothing else', () => {
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 3 }), value, quotes, (values, other, quote) => {
        const result = interpolate(`m{a=~${quote}$v${quote}} or n`, new Map([['v', one(...values)]]));
        const [first, ...rest] = stringOf(result);
        expect(rest).toEqual([]);
        expect(result).toBe(`m{a=~${first?.text}} or n`);
        const regex = new RegExp(`^(?:${unquote(first?.text ?? '')})$`);
        for (const text of values) expect(text).toMatch(regex);
        expect(regex.test(other)).toBe(values.includes(other));
      }),
    );
  });

  it('outside of strings it is one harmless word, or refused', () => {
    fc.assert(
      fc.property(value, (text) => {
        let result: string;
        try {
          result = interpolate('$v', new Map([['v', one(text)]]));
        } catch (error) {
          expect(error).toBeInstanceOf(InterpolationError);
          return;
        }
        expect(result).toMatch(/^-?[\w:.+-]+$/);
      }),
    );
  });

  it('the property is worth something: a value put in as it is would end the string', () => {
    const strings = stringOf(`m{a="${'" or b="'}"}`);
    expect(strings).toHaveLength(2);
  });
});

test.each<[string, string[]]>([
  ['up{job="$job", x=~"${two:raw}"}', ['job', 'two']],
  ['rate(x[$__rate_interval]) + $job + $job', ['job']],
  ['up # $job', []],
  ['label_replace(up, "a", "$1${2}$name", "b", "")', ['name']],
  ['up{job=~"a$"}', []],
])('%s uses %j', (expr, names) => expect(usedVariables(expr)).toEqual(names));

test.each([
  ['Streams on $job', 'Streams on api'],
  ['$two, ${dot:regex}', 'a.b, c|d, a.b+c'],
  ['$all', 'every one'],
  ['$none|', '|'],
  ['US$5 and $other', 'US$5 and $other'],
])('text %s', (text, expected) => expect(interpolateText(text, variables, 'every one')).toBe(expected));
