/** A piece of a PromQL text. `variable` is `$name`, `${name}` or `${name:format}` outside of a string. */
export interface Token {
  readonly kind: 'string' | 'comment' | 'variable' | 'identifier' | 'number' | 'operator' | 'space';
  readonly text: string;
}

const tokenPattern = new RegExp(
  [
    // As in Prometheus's lexer, a backslash takes the next character along, except in a raw string.
    '(?<string>"(?:\\\\.|[^"\\\\])*"?|\'(?:\\\\.|[^\'\\\\])*\'?|`[^`]*`?)',
    '(?<comment>#[^\\n]*)',
    '(?<variable>\\$[A-Za-z_]\\w*|\\$\\{[A-Za-z_]\\w*(?::\\w+)?\\})',
    '(?<identifier>[A-Za-z_:][\\w:]*)',
    // A duration is a number with letters.
    '(?<number>\\.?\\d[\\w.]*)',
    '(?<space>\\s+)',
    '(?<operator>=~|!~|[=!<>]=|.)',
  ].join('|'),
  'gs',
);

const kinds = ['string', 'comment', 'variable', 'identifier', 'number', 'space'] as const;

/** Cuts a PromQL text into tokens that, joined, give the text again; what is no PromQL becomes tokens, too. */
export function tokenize(expr: string): readonly Token[] {
  return Array.from(expr.matchAll(tokenPattern), ({ 0: text, groups }) => ({
    kind: kinds.find((kind) => groups?.[kind] !== undefined) ?? 'operator',
    text,
  }));
}
