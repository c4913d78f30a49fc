import type { Labels } from '../../../../src/model/labels.ts';

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
  readonly query: (text: string, time: number) => readonly QueriedSample[];
}

export function expandTemplate(text: string, _context: TemplateContext): string {
  return text;
}
