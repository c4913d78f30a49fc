import type { Labels } from '../../src/model/labels.ts';

/** One line of an exporter's answer. */
export interface Sample {
  readonly name: string;
  readonly labels: Labels;
  readonly value: number;
}

const line = /^([a-zA-Z_:][\w:]*)(?:\{(.*)\})? (\S+)(?: -?\d+)?$/;
const pair = /([a-zA-Z_]\w*)="((?:[^"\\]|\\.)*)"/g;

function unescapeValue(text: string): string {
  return text.replace(/\\(.)/g, (_, character: string) => (character === 'n' ? '\n' : character));
}

function readValue(text: string): number {
  if (text === '+Inf') return Number.POSITIVE_INFINITY;
  return text === '-Inf' ? Number.NEGATIVE_INFINITY : Number(text);
}

/** The samples of a scrape in the text format 0.0.4. Comments are left out, and so is what is no sample. */
export function readSamples(text: string): Sample[] {
  return text.split('\n').flatMap((row) => {
    const [, name, labels = '', value] = line.exec(row) ?? [];
    if (name === undefined || value === undefined) return [];
    const pairs = Array.from(labels.matchAll(pair), ([, label = '', written = '']) => [label, unescapeValue(written)]);
    return [{ name, labels: Object.fromEntries(pairs), value: readValue(value) }];
  });
}
