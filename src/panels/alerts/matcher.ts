import type { Labels } from '../../model/labels.ts';

/** Whether a label set fits. A label that is not there counts as '', as in PromQL. */
export type Matcher = (labels: Labels) => boolean;

const shape = /^\s*([A-Za-z_]\w*)\s*(=~|!~|!=|=)\s*("(?:[^"\\]|\\.)*")\s*$/;

/** Reads one PromQL label matcher, e.g. `job=~"api|web"`; regular expressions are anchored. Null when it is not one. */
export function parseMatcher(text: string): Matcher | null {
  const [, label, operator, quoted] = shape.exec(text) ?? [];
  if (label === undefined || operator === undefined || quoted === undefined) return null;
  const wanted = unquote(quoted);
  if (operator === '=' || operator === '!=') {
    return (labels) => ((labels[label] ?? '') === wanted) === (operator === '=');
  }
  const pattern = compile(wanted);
  return pattern && ((labels) => pattern.test(labels[label] ?? '') === (operator === '=~'));
}

/** The text inside PromQL double quotes, for the escapes that label values need. */
function unquote(quoted: string): string {
  return quoted.slice(1, -1).replace(/\\(.)/g, (_, escaped: string) => (escaped === 'n' ? '\n' : escaped));
}

function compile(pattern: string): RegExp | null {
  try {
    return new RegExp(`^(?:${pattern})$`, 's');
  } catch {
    return null;
  }
}
