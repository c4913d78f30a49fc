import { PromqlError, parseError } from './errors.ts';

/** Longer texts are refused unread, in characters. */
const maxLength = 64 * 1024;
/** Brackets may stand in one another this deep. */
const maxNesting = 200;
/** Between two brackets there may be this many operators, offsets and the like: the grammar gives up soon after. */
const maxOperators = 300;

/** Texts and comments, which are skipped; brackets; what is read otherwise than the grammar reads it; and operators. */
const pattern = new RegExp(
  [
    String.raw`"(?:\\[\s\S]|[^"\\]|\\$)*(?:"|$)`,
    String.raw`'(?:\\[\s\S]|[^'\\]|\\$)*(?:'|$)`,
    '`[^`]*(?:`|$)',
    '#.*',
    String.raw`[()[\]{}]`,
    String.raw`\boffset\b`,
    String.raw`\b(?:min|max)_of(?=\s*\()`,
    String.raw`(?<![\w.])\d+\.(?![\w.])`,
    String.raw`\b(?:and|or|unless|atan2)\b|[-+*/%^@]|[=!<>]=|[<>]`,
  ].join('|'),
  'gi',
);

const openers: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };
const names: Readonly<Record<string, string>> = { '(': 'parenthesis', '[': 'bracket', '{': 'brace' };

interface Open {
  readonly bracket: string;
  /** Whether a duration stands in it. */
  readonly duration: boolean;
  operators: number;
}

/**
 * A query's text for the grammar, character by character in its place. The grammar, made for editors, does not read
 * numbers that end in a point (the point is blanked) and knows `min_of` and `max_of` in durations only (elsewhere the name
 * of a function it does know stands for them). Throws bad_data where the text is too long, nested too deeply, or its
 * brackets do not pair, which the grammar would take long to find out.
 */
export function scan(text: string): string {
  if (text.length > maxLength) throw new PromqlError('bad_data', `query is longer than ${maxLength} characters`);
  if (text.trim() === '') throw parseError(text, 0, 'no expression found in input');
  const scanner = new Scanner(text);
  const scanned = text.replace(pattern, (token, index: number) => scanner.read(token, index));
  scanner.finish();
  return scanned;
}

class Scanner {
  private readonly text: string;
  private readonly open: Open[] = [];
  private readonly outside: Open = { bracket: '', duration: false, operators: 0 };
  /** Where what belongs to an `offset` may begin. */
  private afterOffset = Number.POSITIVE_INFINITY;

  constructor(text: string) {
    this.text = text;
  }

  /** What to write for a token. */
  read(token: string, index: number): string {
    if (names[token] !== undefined) this.enter(token, index);
    else if (openers[token] !== undefined) this.leave(token, index);
    else if (/_of$/i.test(token)) {
      if (!this.inDuration(index)) return 'minute';
      this.afterOffset = index + token.length;
    } else if (/^\d/.test(token)) return token.replace('.', ' ');
    else if (!/^["'`#]/.test(token)) {
      if (/^offset$/i.test(token)) this.afterOffset = index + token.length;
      this.count(index);
    }
    return token;
  }

  finish(): void {
    const last = this.open.at(-1);
    if (!last) return;
    const problem =
      last.bracket === '{' ? 'unexpected end of input inside braces' : `unclosed left ${names[last.bracket]}`;
    throw parseError(this.text, this.text.length, problem);
  }

  private inDuration(index: number): boolean {
    if (this.open.at(-1)?.duration) return true;
    return index >= this.afterOffset && /^[\s+-]*$/.test(this.text.slice(this.afterOffset, index));
  }

  private enter(bracket: string, index: number): void {
    if (this.open.length === maxNesting) {
      throw parseError(this.text, index, `expression is nested more than ${maxNesting} levels deep`);
    }
    if (bracket === '[') this.count(index);
    this.open.push({ bracket, duration: bracket === '[' || this.inDuration(index), operators: 0 });
  }

  private count(index: number): void {
    const level = this.open.at(-1) ?? this.outside;
    if (level.bracket === '{') return;
    level.operators++;
    if (level.operators > maxOperators) {
      throw parseError(this.text, index, `expression has more than ${maxOperators} operators in a row`);
    }
  }

  private leave(bracket: string, index: number): void {
    const opener = openers[bracket] ?? '';
    if (this.open.pop()?.bracket === opener) return;
    const problem = bracket === '}' ? "unexpected character: '}'" : `unexpected right ${names[opener]} '${bracket}'`;
    throw parseError(this.text, index, problem);
  }
}
