import type { Labels } from '../../../src/model/labels.ts';
import { labelValue } from '../../promql/labels.ts';
import type { Matcher } from '../../promql/matchers.ts';

/** Finds series by their labels. A series is its number in the list the index was made of. */
export interface SeriesIndex {
  /** The series that meet every matcher, in ascending order. */
  find(matchers: readonly Matcher[]): readonly number[];
}

/** A regular expression that is nothing but texts to choose from. */
const literals = /^[\w:/ -]+(\|[\w:/ -]+)*$/;

/** The only values that can meet a matcher, where its text says so; null where they must be tried. */
function exactValues({ operator, value }: Matcher): readonly string[] | null {
  if (operator === '=' && value !== '') return [value];
  return operator === '=~' && literals.test(value) ? value.split('|') : null;
}

/** Asks a matcher once for each value. */
function remembered(matcher: Matcher): (labels: Labels) => boolean {
  const verdicts = new Map<string, boolean>();
  return (labels) => {
    const value = labelValue(labels, matcher.name);
    const known = verdicts.get(value) ?? matcher.matches(value);
    verdicts.set(value, known);
    return known;
  };
}

export function createIndex(labelSets: readonly Labels[]): SeriesIndex {
  const everything = labelSets.map((_, i) => i);
  /** Series by label and value. */
  const postings = new Map<string, Map<string, number[]>>();
  for (const [i, labels] of labelSets.entries()) {
    for (const [label, value] of Object.entries(labels)) {
      const byValue = postings.get(label) ?? new Map<string, number[]>();
      postings.set(label, byValue);
      const holders = byValue.get(value);
      if (holders) holders.push(i);
      else byValue.set(value, [i]);
    }
  }

  const holdersOf = (label: string, values: Iterable<string>): readonly number[] => {
    const byValue = postings.get(label);
    const lists = Array.from(new Set(values), (value) => byValue?.get(value) ?? []);
    const [only] = lists;
    return lists.length === 1 && only ? only : lists.flat().sort((a, b) => a - b);
  };

  /** The fewest series that an equality leaves; without one, those that the first matcher leaves that asks for a value. */
  const candidates = (matchers: readonly Matcher[]): readonly number[] => {
    const exact = matchers.flatMap((matcher) => {
      const values = exactValues(matcher);
      return values ? [holdersOf(matcher.name, values)] : [];
    });
    if (exact.length > 0) return exact.reduce((least, list) => (list.length < least.length ? list : least));
    const demanding = matchers.find((matcher) => !matcher.matches(''));
    if (!demanding) return everything;
    const values = [...(postings.get(demanding.name)?.keys() ?? [])].filter((value) => demanding.matches(value));
    return holdersOf(demanding.name, values);
  };

  return {
    find(matchers) {
      const conditions = matchers.map(remembered);
      return candidates(matchers).filter((i) => {
        const labels = labelSets[i];
        return labels !== undefined && conditions.every((meets) => meets(labels));
      });
    },
  };
}
