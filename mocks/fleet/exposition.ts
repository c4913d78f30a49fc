import type { MetricFamily } from './types.ts';

/** The content type of the Prometheus text format 0.0.4. */
export const expositionContentType = 'text/plain; version=0.0.4; charset=utf-8';

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '"': '\\"' };

/** A label's value between its quotes: backslash, newline and quote escaped. */
function escapeLabelValue(value: string): string {
  return value.replace(/[\\\n"]/g, (character) => escapes[character] ?? character);
}

/** A HELP text: backslash and newline escaped, quotes not. */
function escapeHelp(help: string): string {
  return help.replace(/[\\\n]/g, (character) => escapes[character] ?? character);
}

export function formatValue(value: number): string {
  if (value === Number.POSITIVE_INFINITY) return '+Inf';
  return value === Number.NEGATIVE_INFINITY ? '-Inf' : String(value);
}

/** `name{a="1",b="2"}`; the braces are left out when there is no label. */
export function formatSeries(name: string, labels: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(labels).map(([label, value]) => `${label}="${escapeLabelValue(value)}"`);
  return pairs.length === 0 ? name : `${name}{${pairs.join(',')}}`;
}

function familyLines(family: MetricFamily, time: number): string[] {
  const samples = family.series.flatMap(({ name, labels, valueAt }) => {
    const value = valueAt(time);
    return value === null ? [] : [`${formatSeries(name, labels)} ${formatValue(value)}`];
  });
  if (samples.length === 0) return [];
  const help = family.help === '' ? [] : [`# HELP ${family.name} ${escapeHelp(family.help)}`];
  const type = family.type === 'untyped' ? [] : [`# TYPE ${family.name} ${family.type}`];
  return [...help, ...type, ...samples];
}

/** What a scrape at `time` (epoch ms) reads of a target, or of anything else with metrics, in the text format 0.0.4. */
export function exposition({ families }: { readonly families: readonly MetricFamily[] }, time: number): string {
  return `${families.flatMap((family) => familyLines(family, time)).join('\n')}\n`;
}
