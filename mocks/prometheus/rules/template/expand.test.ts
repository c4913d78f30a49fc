import { describe, expect, it } from 'vitest';
import { expandTemplate, type QueriedSample } from './expand.ts';

const results: readonly QueriedSample[] = [
  { labels: { __name__: 'metric', instance: 'b' }, value: 21 },
  { labels: { __name__: 'metric', instance: 'a' }, value: 11 },
];

const queries: Readonly<Record<string, readonly QueriedSample[]>> = { metric: results, 'metric > 99': [] };

function query(text: string): readonly QueriedSample[] {
  const found = queries[text];
  if (!found) throw new Error('1:1: parse error: no expression found in input');
  return found;
}

function expand(text: string, value = 1.5): string {
  const labels = { job: 'backend', instance: 'backend:8000' };
  const externalLabels = { site: 'rio' };
  return expandTemplate(text, { name: '__alert_X', labels, externalLabels, value, time: 1_353_755_652_000, query });
}

describe('a template', () => {
  it.each([
    ['plain text', 'plain text'],
    ['{{ 1 }}', '1'],
    ['{{ "<b>" }}', '<b>'],
    ['{{ `a\\n"b"` }}', 'a\\n"b"'],
    ['{{ "a\\tb" }}', 'a\tb'],
    ['{{ $labels.job }} on {{ $labels.instance }}', 'backend on backend:8000'],
    ['{{ .Labels.job }} {{ .Value }}', 'backend 1.5'],
    ['{{ $.Labels.job }}', 'backend'],
    ['{{$labels.job}}', 'backend'],
    ['{{ $labels.missing }}|', '|'],
    ['{{ $labels.constructor }}|', '|'],
    ['{{ $externalLabels.site }} {{ .ExternalLabels.site }}', 'rio rio'],
    ['{{ $labels }}', 'map[instance:backend:8000 job:backend]'],
    ['a {{- " b " -}} c', 'a b c'],
    ['a{{/* nothing */}}b {{- /* nothing */ -}} c', 'abc'],
    ['{{ true }} {{ false }}', 'true false'],
    ['{{ $x := "y" }}{{ $x }}', 'y'],
    ['{{ $x := 1 }}{{ if true }}{{ $x = 2 }}{{ end }}{{ $x }}', '2'],
    ['{{ $x := 1 }}{{ if true }}{{ $x := 2 }}{{ $x }}{{ end }}{{ $x }}', '21'],
  ])('%s gives %j', (text, expected) => {
    expect(expand(text)).toBe(expected);
  });

  it.each([
    ['{{ if gt $value 1.0 }}high{{ else }}low{{ end }}', 'high'],
    ['{{ if lt $value 1.0 }}low{{ else if eq $labels.job "backend" }}backend{{ else }}other{{ end }}', 'backend'],
    ['{{ if $labels.missing }}a{{ else }}b{{ end }}', 'b'],
    ['{{ if and (ge $value 1.5) (le $value 1.5) }}a{{ end }}', 'a'],
    ['{{ if or false (not true) }}a{{ end }}|', '|'],
    ['{{ or "" "x" }} {{ and "x" "" }}|', 'x |'],
    ['{{ eq "b" "a" "b" }} {{ ne 1 2 }} {{ eq true true }}', 'true true true'],
    ['{{ with "x" }}{{ . }}{{ end }}{{ with "" }}a{{ else }}b{{ end }}', 'xb'],
    ['{{ with $x := "y" }}{{ $x }}{{ end }}', 'y'],
    ['{{ range query "metric" }}{{ .Labels.instance }}:{{ .Value }} {{ end }}', 'b:21 a:11 '],
    ['{{ range $i, $s := query "metric" }}{{ $i }}={{ $s | value }} {{ end }}', '0=21 1=11 '],
    ['{{ range query "metric > 99" }}a{{ else }}none{{ end }}', 'none'],
    ['{{ range $name, $value := $labels }}{{ $name }}={{ $value }} {{ end }}', 'instance=backend:8000 job=backend '],
  ])('decides: %s gives %j', (text, expected) => {
    expect(expand(text)).toBe(expected);
  });

  it.each([
    ['{{ query "metric" | first | value }}', '21'],
    ['{{ query "metric" | first | label "instance" }}', 'b'],
    ['{{ query "metric" | first | label "foo" }}|', '|'],
    ['{{ $x := query "metric" | first }}{{ $x.Labels.foo }}|{{ $x.Labels.instance }}', '|b'],
    ['{{ (query "metric" | first).Value }}', '21'],
    ['{{ with query "metric" }}{{ . | first | value }}{{ end }}', '21'],
    ['{{ range query "metric" | sortByLabel "instance" }}{{.Labels.instance}}:{{.Value}}: {{end}}', 'a:11: b:21: '],
    ['{{ len (query "metric") }} {{ (index (query "metric") 1).Value }} {{ index $labels "job" }}', '2 11 backend'],
    ['{{ reReplaceAll "(a)b" "x$1" "ab" }}', 'xa'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a group of a regular expression, as Go writes it.
    ['{{ reReplaceAll "(?P<host>[^:]+):.*" "${host}!" $labels.instance }}', 'backend!'],
    ['{{ match "a+" "aa" }} {{ match "a+" "b" }}', 'true false'],
    ['{{ "aa bb CC" | title }}', 'Aa Bb CC'],
    ['{{ "aa bb CC" | toUpper }}', 'AA BB CC'],
    ['{{ "aA bB CC" | toLower }}', 'aa bb cc'],
    ['{{ now }}', '1.353755652e+09'],
    ['{{ printf "%0.2f" (parseDuration "1h2m10ms") }}', '3720.01'],
    ['{{ printf "%0.2f" (parseDuration "-1h2m10ms") }}', '-3720.01'],
    [
      '{{ "foo.example.com:12345" | stripPort }} {{ "[2001:0DB8::1]:12345" | stripPort }}',
      'foo.example.com 2001:0DB8::1',
    ],
    [
      '{{ "2001:0DB8::1" | stripPort }} {{ "[2001:0DB8::1]::12345" | stripPort }}',
      '2001:0DB8::1 [2001:0DB8::1]::12345',
    ],
    ['{{ print 1 2 "a" "b" 3 }}{{ println 2 }}', '1 2ab32\n'],
  ])('calls: %s gives %j', (text, expected) => {
    expect(expand(text)).toBe(expected);
  });

  const executing = 'error executing template __alert_X: template: __alert_X:1:';
  it.each([
    ['{{', 'error parsing template __alert_X: template: __alert_X:1: unclosed action'],
    ['{{ }}', 'error parsing template __alert_X: template: __alert_X:1: missing value for command'],
    [
      '{{ \u00a0}}',
      'error parsing template __alert_X: template: __alert_X:1: unrecognized character in action: U+00A0',
    ],
    ['a\n{{ foo }}', 'error parsing template __alert_X: template: __alert_X:2: function "foo" not defined'],
    ['{{ $x }}', 'error parsing template __alert_X: template: __alert_X:1: undefined variable "$x"'],
    ['{{ if true }}', 'error parsing template __alert_X: template: __alert_X:1: unexpected EOF'],
    ['{{ end }}', 'error parsing template __alert_X: template: __alert_X:1: unexpected {{end}}'],
    ['{{ "a }}', 'error parsing template __alert_X: template: __alert_X:1: unterminated quoted string'],
    [
      '{{ humanize "one" }}',
      `${executing}115: executing "__alert_X" at <humanize "one">: error calling humanize: strconv.ParseFloat: parsing "one": invalid syntax`,
    ],
    [
      '{{ query "metric > 99" | first }}',
      `${executing}137: executing "__alert_X" at <first>: error calling first: first() called on vector with no elements`,
    ],
    [
      '{{ query "(" }}',
      `${executing}115: executing "__alert_X" at <query "(">: error calling query: 1:1: parse error: no expression found in input`,
    ],
    [
      '{{ .Foo }}',
      `${executing}115: executing "__alert_X" at <.Foo>: can't evaluate field Foo in type struct { Labels map[string]string; ExternalLabels map[string]string; ExternalURL string; Value interface {} }`,
    ],
    [
      '{{ gt $value 1 }}',
      `${executing}115: executing "__alert_X" at <gt $value 1>: error calling gt: incompatible types for comparison`,
    ],
  ])('tells what is wrong: %j', (text, expected) => {
    expect(expand(text)).toBe(`<error expanding template: ${expected}>`);
  });

  it('refuses what is nested too deeply', () => {
    expect(expand('{{ if true }}'.repeat(5000))).toContain('nested too deeply');
    expect(expand(`{{ ${'('.repeat(5000)} }}`)).toContain('nested too deeply');
  });
});

describe('a number', () => {
  it.each([
    ['humanize', ['0.0', '1.0', '1234567.0', '.12', '-1'], '0:1:1.235M:120m:-1:'],
    ['humanize', ['9223372036854775807', '18446744073709551615'], '9.223E:18.45E:'],
    ['humanize', ['+Inf', '-Inf', 'NaN'], '+Inf:-Inf:NaN:'],
    ['humanize1024', ['0.0', '1.0', '1048576.0', '.12', '1234567'], '0:1:1Mi:0.12:1.177Mi:'],
    ['humanize1024', ['9223372036854775807', '+Inf', 'NaN'], '8Ei:+Inf:NaN:'],
    ['humanizeDuration', ['0', '1', '60', '3600', '86400', '90000'], '0s:1s:1m 0s:1h 0m 0s:1d 0h 0m 0s:1d 1h 0m 0s:'],
    ['humanizeDuration', ['-183845', '899.99', '1234567'], '-2d 3h 4m 5s:14m 59s:14d 6h 56m 7s:'],
    ['humanizeDuration', ['.1', '.0001', '.12345', '60.1'], '100ms:100us:123.5ms:1m 0s:'],
    ['humanizeDuration', ['60.5', '1.2345', '12.345', '-1', '-Inf'], '1m 0s:1.234s:12.35s:-1s:-Inf:'],
    ['humanizePercentage', ['-0.22222', '0.0', '0.1234567', '1.23456'], '-22.22%:0%:12.35%:123.5%:'],
    ['humanizePercentage', ['1234567', '9223372036854775807'], '1.235e+08%:9.223e+20%:'],
    [
      'humanizeTimestamp',
      ['0', '-1', '1435065584.128'],
      '1970-01-01 00:00:00 +0000 UTC:1969-12-31 23:59:59 +0000 UTC:2015-06-23 13:19:44.128 +0000 UTC:',
    ],
    ['humanizeTimestamp', ['9223372036', 'NaN'], '2262-04-11 23:47:16 +0000 UTC:NaN:'],
  ])('goes through %s: %j', (name, values, expected) => {
    expect(expand(values.map((value) => `{{ ${name} "${value}" }}:`).join(''))).toBe(expected);
  });

  it('is refused as a time that Go cannot hold', () => {
    const expected = /error calling humanizeTimestamp: 9.223372036854776e\+18 cannot be represented as a nanoseconds/;
    expect(expand('{{ humanizeTimestamp $value }}', 2 ** 63)).toMatch(expected);
  });

  it.each([
    [0.1, '0.1'],
    [100_000, '100000'],
    [1_234_567, '1.234567e+06'],
    [1e21, '1e+21'],
    [0.0001, '0.0001'],
    [0.00001, '1e-05'],
    [-0, '-0'],
    [Number.NaN, 'NaN'],
    [Number.POSITIVE_INFINITY, '+Inf'],
  ])('%d is written as Go writes it, %s', (value, expected) => {
    expect(expand('{{ $value }}', value)).toBe(expected);
  });

  it.each([
    ['%.2f', 0.2, '0.20'],
    ['%.1f', 0.25, '0.2'],
    ['%.1f', 0.35, '0.3'],
    ['%.0f', 0.5, '0'],
    ['%.0f', 1.5, '2'],
    ['%.0f', 2.5, '2'],
    ['%.0f', 99.6, '100'],
    ['%.1f', 9.96, '10.0'],
    ['%.2f', 0.004, '0.00'],
    ['%.2f', 0.996, '1.00'],
    ['%f', 12.5, '12.500000'],
    ['%.2f', 1e22, '10000000000000000000000.00'],
    ['%g', 1e6, '1e+06'],
    ['%.3g', 1234.5, '1.23e+03'],
    ['%.3g', 0.00012345, '0.000123'],
    ['%e', 12345.678, '1.234568e+04'],
    ['%.0e', 0, '0e+00'],
    ['%v', 1.5, '1.5'],
    ['%8.2f|', 1.5, '    1.50|'],
    ['%-8.2f|', 1.5, '1.50    |'],
    ['%08.2f', -1.5, '-0001.50'],
    ['%+.1f', 1.5, '+1.5'],
    ['% .1f', 1.5, ' 1.5'],
    ['%+v', 1.5, '1.5'],
    ['%05.1f', Number.POSITIVE_INFINITY, ' +Inf'],
    ['%d', 1.5, '%!d(float64=1.5)'],
    ['%s', 1.5, '%!s(float64=1.5)'],
    ['%.1f%%', 90, '90.0%'],
    ['%', 1, '%!(NOVERB)%!(EXTRA float64=1)'],
  ])('goes through printf %j: %d is %j', (format, value, expected) => {
    expect(expand(`{{ $value | printf ${JSON.stringify(format)} }}`, value)).toBe(expected);
  });

  it.each([
    ['printf "%d %x %X %5d|%-5d|%05d" 10 255 255 42 42 -42', '10 ff FF    42|42   |-0042'],
    ['printf "%s %q %x %5s|%-5s|%.2s" "a" "b\\"" "hi" "x" "x" "xyz"', 'a "b\\"" 6869     x|x    |xy'],
    ['printf "%v %t %v %s" true false nil $labels', 'true false <nil> map[instance:backend:8000 job:backend]'],
    ['printf "%d" "a"', '%!d(string=a)'],
    ['printf "%s" 1', '%!s(int=1)'],
    ['printf "%*d" 5 42', '   42'],
    ['printf "a" 1 "b"', 'a%!(EXTRA int=1, string=b)'],
  ])('%s gives %j', (call, expected) => {
    expect(expand(`{{ ${call} }}`)).toBe(expected);
  });
});
