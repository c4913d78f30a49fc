import { parseDuration } from '../model/duration.ts';
import { tokenize } from './tokens.ts';

/** A window over samples: the `[5m]` of `rate(x[5m])`. */
export interface Window {
  /** Ms. */
  readonly length: number;
  /** How many samples it must hold for its function to give anything. */
  readonly needs: 1 | 2;
}

const needTwo: ReadonlySet<string> = new Set('rate irate increase delta idelta deriv predict_linear'.split(' '));

/** The windows of a PromQL text (variables already in). Those of subqueries are left out: they are not over samples. */
export function windows(expr: string): readonly Window[] {
  const tokens = tokenize(expr).filter(({ kind }) => kind !== 'space' && kind !== 'comment');
  const open: string[] = [];
  const found: Window[] = [];
  tokens.forEach(({ text }, i) => {
    if (text === '(') open.push(tokens[i - 1]?.text.toLowerCase() ?? '');
    else if (text === ')') open.pop();
    else if (text === '[' && tokens[i + 2]?.text === ']') {
      const length = parseDuration(tokens[i + 1]?.text ?? '');
      if (length !== null) found.push({ length, needs: needTwo.has(open.at(-1) ?? '') ? 2 : 1 });
    }
  });
  return found;
}
