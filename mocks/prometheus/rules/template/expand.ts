import type { Labels } from '../../../../src/model/labels.ts';
import { describeError, TemplateError } from './errors.ts';
import { execute, isFunction } from './execute.ts';
import { parseTemplate } from './parser.ts';
import type { TemplateStruct } from './value.ts';

/** A sample that a template's `query` found. */
export interface QueriedSample {
  readonly labels: Labels;
  readonly value: number;
}

/** What a template speaks of. */
export interface TemplateContext {
  /** Of the template, for its errors. */
  readonly name: string;
  readonly labels: Labels;
  readonly externalLabels: Labels;
  readonly value: number;
  /** Epoch ms. */
  readonly time: number;
  /** Evaluates PromQL at a time in epoch ms. */
  readonly query: (text: string, time: number) => readonly QueriedSample[];
}

/** What Prometheus puts before every template of an alert; columns in its errors count it. */
const definitions =
  '{{$labels := .Labels}}{{$externalLabels := .ExternalLabels}}{{$externalURL := .ExternalURL}}{{$value := .Value}}';

const sample = ({ labels, value }: QueriedSample): TemplateStruct => ({
  kind: 'struct',
  type: '*template.sample',
  fields: { Labels: { kind: 'map', entries: labels }, Value: value },
});

/**
 * A label or annotation of an alert with its template filled in: Go's templates with the functions of Prometheus, but for
 * `define`, `template`, `block`, methods, and what makes links, HTML or times. A broken one says so in place of the text.
 */
export function expandTemplate(text: string, context: TemplateContext): string {
  if (!text.includes('{{')) return text;
  const { name, labels, externalLabels, value, time, query } = context;
  const whole = definitions + text;
  const data: TemplateStruct = {
    kind: 'struct',
    type: 'struct { Labels map[string]string; ExternalLabels map[string]string; ExternalURL string; Value interface {} }',
    fields: {
      Labels: { kind: 'map', entries: labels },
      ExternalLabels: { kind: 'map', entries: externalLabels },
      ExternalURL: '',
      Value: value,
    },
  };
  try {
    const nodes = parseTemplate(whole, isFunction);
    return execute(nodes, data, { time, query: (expr) => query(expr, time).map(sample) });
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    return `<error expanding template: ${describeError(error, name, whole)}>`;
  }
}
