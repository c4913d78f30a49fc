import { PrometheusError } from '../../prometheus/errors.ts';

/** Where the server found fault with an expression: offsets in its text, and the server's words without the place. */
export interface ErrorPlace {
  readonly from: number;
  readonly to: number;
  readonly message: string;
}

const positioned = /(?:^|[\s:])(\d+):(\d+): parse error: ([\s\S]*)$/;

/**
 * Finds the place that a server names in its refusal (`1:5: parse error: …`: line, and byte in it, counted from 1); null
 * where it names none. What ends too early is marked at its last character.
 */
export function errorPlace(error: unknown, expr: string): ErrorPlace | null {
  if (!(error instanceof PrometheusError) || expr === '') return null;
  const [, lineText = '', column = '', message = ''] = positioned.exec(error.detail) ?? [];
  if (lineText === '') return null;
  const lines = expr.split('\n');
  const before = lines.slice(0, Number(lineText) - 1);
  const line = lines[before.length] ?? '';
  const start = before.reduce((sum, text) => sum + text.length + 1, 0);
  const from = Math.min(start + charactersIn(line, Number(column) - 1), expr.length - 1);
  const word = /^[\w:]+/.exec(expr.slice(from))?.[0].length ?? 1;
  return { from, to: from + Math.max(1, word), message };
}

/** How many UTF-16 units of a text its first `bytes` bytes in UTF-8 are. */
function charactersIn(text: string, bytes: number): number {
  const encoded = new TextEncoder().encode(text).slice(0, Math.max(0, bytes));
  return new TextDecoder().decode(encoded).length;
}
