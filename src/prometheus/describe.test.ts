import { describe, expect, it, test } from 'vitest';
import { en } from '../i18n/en/index.ts';
import { ptBR } from '../i18n/pt-BR/index.ts';
import { describeError } from './describe.ts';
import { InterpolationError, PrometheusError, type PrometheusErrorKind } from './errors.ts';

const kinds: readonly PrometheusErrorKind[] = [
  'network',
  'timeout',
  'aborted',
  'http',
  'bad-data',
  'execution',
  'unavailable',
  'too-many-requests',
  'unauthorized',
  'not-prometheus',
  'malformed',
];
const languages = [
  ['en', en.errors],
  ['pt-BR', ptBR.errors],
] as const;

describe.each(languages)('in %s', (_, messages) => {
  it('every kind has words of its own, and the words of the server stay apart', () => {
    const described = kinds.map((kind) =>
      describeError(new PrometheusError(kind, { status: 500, detail: 'said so', url: 'http://p/x' }), messages),
    );
    expect(new Set(described.map(({ title }) => title)).size).toBe(kinds.length);
    for (const { title, advice, detail } of described) {
      expect(title).not.toMatch(/said so|[.!]$|undefined/);
      expect(advice).toMatch(/^[A-ZÀ-Ú].*[^ ] .*\.$/);
      expect(advice).not.toMatch(/said so|undefined|!/);
      expect(detail).toBe('said so');
    }
  });

  test.each<PrometheusErrorKind>([
    'network',
    'timeout',
    'unauthorized',
    'unavailable',
    'not-prometheus',
    'malformed',
    'http',
  ])('%s says where', (kind) => {
    const advice = (url: string) => describeError(new PrometheusError(kind, { url }), messages).advice;
    expect(advice('http://p/x')).toContain(' http://p/x');
    expect(advice('')).not.toMatch(/ {2}| [.,]/);
  });

  it('a malformed answer says the place in it, an HTTP error its status', () => {
    expect(describeError(new PrometheusError('malformed', { path: 'data.result.3' }), messages).advice).toContain(
      'data.result.3',
    );
    expect(describeError(new PrometheusError('http', { status: 502 }), messages).title).toMatch(/HTTP 502$/);
  });

  it('what a compatible server leaves out has its own advice', () => {
    const advice = (status: number) => describeError(new PrometheusError('http', { status }), messages).advice;
    expect(advice(404)).not.toBe(advice(500));
  });

  test.each(['unknown', 'empty', 'several', 'unsafe', 'format'] as const)('a variable that is %s', (problem) => {
    const { title, advice, detail } = describeError(new InterpolationError('job', problem), messages);
    expect(title).toContain('$job');
    expect(advice).toBe(messages.interpolation[problem]);
    expect(detail).toBe('');
  });

  test.each([
    [new TypeError('x is not a function'), 'x is not a function'],
    ['a text', 'a text'],
    [undefined, 'undefined'],
  ])('anything else: %s', (thrown, detail) => {
    expect(describeError(thrown, messages)).toEqual({ ...messages.unknown, detail });
  });
});
