import { TemplateError } from './errors.ts';

export type TokenType = 'identifier' | 'field' | 'dot' | 'variable' | 'string' | 'number' | 'sign' | 'end';

/** A part of an action. */
export interface Token {
  readonly type: TokenType;
  readonly text: string;
  /** Offset of its first character in the template. */
  readonly at: number;
}

/** A template is a sequence of texts, which stand for themselves, and actions between `{{` and `}}`. */
export type Segment =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'action'; readonly tokens: readonly Token[] };

const opening = /\{\{(-(?=[ \t\r\n]))?/g;
const comment = /[ \t\r\n]*\/\*[\s\S]*?\*\/(?=[ \t\r\n]+-\}\}|\}\})/y;
const closing = /[ \t\r\n]*\}\}|[ \t\r\n]+-\}\}/y;
const space = /[ \t\r\n]+/y;

const patterns: readonly (readonly [TokenType, RegExp])[] = [
  ['number', /[+-]?(?:0[xX][\da-fA-F_]+|(?:\d[\d_]*\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)(?![\p{L}\p{N}_])/uy],
  ['field', /\.[\p{L}_][\p{L}\p{N}_]*/uy],
  ['dot', /\./y],
  ['variable', /\$[\p{L}\p{N}_]*/uy],
  ['string', /"(?:\\.|[^"\\\n])*"|`[^`]*`/y],
  ['sign', /:=|[=|,()]/y],
  ['identifier', /[\p{L}_][\p{L}\p{N}_]*/uy],
];

function matchAt(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

/** Splits a template. `{{-` and `-}}` take the white space beside them away, and comments leave nothing. */
export function lex(text: string): Segment[] {
  const segments: Segment[] = [];
  let at = 0;
  let trim = false;
  for (;;) {
    opening.lastIndex = at;
    const open = opening.exec(text);
    let plain = text.slice(at, open?.index);
    if (trim) plain = plain.replace(/^[ \t\r\n]+/, '');
    if (open?.[1]) plain = plain.replace(/[ \t\r\n]+$/, '');
    if (plain !== '') segments.push({ type: 'text', text: plain });
    if (!open) return segments;
    const start = open.index + open[0].length;
    const skipped = matchAt(comment, text, start);
    const action = skipped === null ? lexAction(text, start) : { tokens: [], to: start + skipped.length };
    if (skipped === null) segments.push({ type: 'action', tokens: action.tokens });
    const close = matchAt(closing, text, action.to) ?? '';
    trim = close.endsWith('-}}');
    at = action.to + close.length;
  }
}

function lexAction(text: string, from: number): { tokens: Token[]; to: number } {
  const tokens: Token[] = [];
  let at = from;
  for (;;) {
    if (matchAt(closing, text, at) !== null) {
      tokens.push({ type: 'end', text: '}}', at });
      return { tokens, to: at };
    }
    at += matchAt(space, text, at)?.length ?? 0;
    if (matchAt(closing, text, at) !== null) continue;
    if (at >= text.length) throw new TemplateError('unclosed action', at, null);
    const token = tokenAt(text, at);
    tokens.push(token);
    at += token.text.length;
  }
}

function tokenAt(text: string, at: number): Token {
  for (const [type, pattern] of patterns) {
    const found = matchAt(pattern, text, at);
    if (found !== null) return { type, text: found, at };
  }
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
  if (character === '"') throw new TemplateError('unterminated quoted string', at, null);
  if (character === '`') throw new TemplateError('unterminated raw quoted string', at, null);
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  const shown = /[\p{L}\p{N}\p{P}\p{S}]/u.test(character) ? ` '${character}'` : '';
  throw new TemplateError(`unrecognized character in action: U+${code}${shown}`, at, null);
}
