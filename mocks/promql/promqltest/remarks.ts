import type { QueryResult } from '../evaluate.ts';

interface Expectation {
  readonly kind: string;
  /** How to match the text; undefined: any remark will do. */
  readonly match: string | undefined;
  readonly text: string;
}

/** What is wrong with a result's warnings and infos, null where they are what the script's `expect` lines ask for. */
export function compareRemarks(expected: readonly string[], { warnings, infos }: QueryResult): string | null {
  const expectations = expected.flatMap((line): Expectation[] => {
    const [, kind, match, text = ''] =
      /^expect\s+(warn|info|no_warn|no_info)(?:\s+(msg|regex):\s*(.*))?$/.exec(line) ?? [];
    return kind === undefined ? [] : [{ kind, match, text }];
  });
  return compareKind('warn', expectations, warnings) ?? compareKind('info', expectations, infos);
}

function compareKind(kind: string, expectations: readonly Expectation[], remarks: readonly string[]): string | null {
  const wanted = expectations.filter((expectation) => expectation.kind === kind);
  if (expectations.some((expectation) => expectation.kind === `no_${kind}`) && remarks.length > 0) {
    return `expected no ${kind}, got ${remarks.join('; ')}`;
  }
  for (const { match, text } of wanted) {
    if (!remarks.some((remark) => fits(remark, match, text))) {
      return `expected ${kind} ${text}, got ${remarks.join('; ') || 'none'}`;
    }
  }
  if (wanted.length === 0) return null;
  const unexpected = remarks.find((remark) => !wanted.some(({ match, text }) => fits(remark, match, text)));
  return unexpected === undefined ? null : `unexpected ${kind} ${unexpected}`;
}

function fits(remark: string, match: string | undefined, text: string): boolean {
  if (match === undefined) return true;
  return match === 'msg' ? remark === text : new RegExp(text).test(remark);
}
