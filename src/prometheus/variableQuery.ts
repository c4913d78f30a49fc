import type { Labels } from '../model/labels.ts';
import type { PrometheusClient } from './client.ts';
import { PrometheusError } from './errors.ts';

/** What a variable's query asks for. */
export type VariableQuery =
  | { readonly kind: 'label-values'; readonly label: string; readonly selector: string | null }
  | { readonly kind: 'query-result'; readonly expr: string };

/** Reads `label_values(label)`, `label_values(selector, label)` and `query_result(expr)`; null for anything else. */
export function parseVariableQuery(text: string): VariableQuery | null {
  const [, call, inside = ''] = /^\s*(label_values|query_result)\s*\((.*)\)\s*$/s.exec(text) ?? [];
  if (call === 'query_result') return inside.trim() === '' ? null : { kind: 'query-result', expr: inside.trim() };
  if (call === undefined) return null;
  const [, selector, label] = /^(?:(.+),)?\s*([A-Za-z_]\w*)\s*$/s.exec(inside) ?? [];
  if (label === undefined) return null;
  return { kind: 'label-values', label, selector: selector?.trim() ?? null };
}

export interface VariableQueryRequest {
  /** With the variables it depends on already in. */
  readonly query: string;
  /** Keep what matches, plain or as `/regex/flags`; a first group, where there is one, is the value. */
  readonly regex?: string | undefined;
  /** Epoch ms; label values are those of series that were there at some time within. */
  readonly span: { readonly from: number; readonly to: number };
}

/**
 * The values that a variable can have: each once, in natural order (`node2` before `node10`).
 * Throws PrometheusError; `bad-data` where the query or the regex is none.
 */
export async function runVariableQuery(
  client: Pick<PrometheusClient, 'labelValues' | 'query'>,
  { query, regex, span }: VariableQueryRequest,
  signal?: AbortSignal,
): Promise<readonly string[]> {
  const parsed = parseVariableQuery(query);
  if (parsed === null)
    throw new PrometheusError('bad-data', { detail: `label_values(...) or query_result(...) was expected: ${query}` });
  const pattern = compile(regex);
  const texts =
    parsed.kind === 'label-values'
      ? await labelValues(client, parsed, span, signal)
      : await results(client, parsed.expr, span.to, signal);
  const values = texts.flatMap((text) => filtered(text, pattern)).filter((value) => value !== '');
  return [...new Set(values)].sort(naturalOrder.compare);
}

const naturalOrder = new Intl.Collator('en', { numeric: true });

type LabelValuesQuery = Extract<VariableQuery, { kind: 'label-values' }>;

async function labelValues(
  client: Pick<PrometheusClient, 'labelValues'>,
  { label, selector }: LabelValuesQuery,
  span: VariableQueryRequest['span'],
  signal: AbortSignal | undefined,
): Promise<readonly string[]> {
  const match = selector === null ? {} : { match: [selector] };
  return (await client.labelValues(label, { ...match, start: span.from, end: span.to }, signal)).data;
}

/** Each series as `name{label="value",...} value time`, as Grafana writes it, so that its regexes work here. */
async function results(
  client: Pick<PrometheusClient, 'query'>,
  expr: string,
  time: number,
  signal: AbortSignal | undefined,
): Promise<readonly string[]> {
  const { frame } = await client.query({ expr, time }, signal);
  const last = frame.times.length - 1;
  return frame.series.map(({ labels, values }) => `${seriesText(labels)} ${values[last]} ${frame.times[last]}`.trim());
}

function seriesText({ __name__: name = '', ...labels }: Labels): string {
  const pairs = Object.entries(labels).map(([label, value]) => `${label}=${JSON.stringify(value)}`);
  return pairs.length === 0 ? name : `${name}{${pairs.join(',')}}`;
}

function compile(regex: string | undefined): RegExp | null {
  if (regex === undefined || regex === '') return null;
  const [, body = regex, flags = ''] = /^\/(.*)\/([a-z]*)$/s.exec(regex) ?? [];
  try {
    return new RegExp(body, flags.replace('g', ''));
  } catch (error) {
    throw new PrometheusError('bad-data', { detail: error instanceof Error ? error.message : regex, cause: error });
  }
}

function filtered(text: string, pattern: RegExp | null): readonly string[] {
  if (pattern === null) return [text];
  const match = pattern.exec(text);
  return match === null ? [] : [match[1] ?? match[0] ?? text];
}
