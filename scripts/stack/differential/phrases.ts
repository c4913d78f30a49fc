import type { Random } from './random.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A piece of PromQL that is an instant vector, and what is known of its values. */
export interface Phrase {
  readonly text: string;
  /**
   * Both servers compute the very same bits. Where not (sums in another order, logarithms), nothing may be asked that jumps
   * where values hardly differ: floor, comparisons, the largest of several.
   */
  readonly exact: boolean;
  /** No value is below zero, so that sums cannot cancel each other to next to nothing, which only rounding decides. */
  readonly positive: boolean;
  /** Label names its series may have. */
  readonly labels: readonly string[];
}

/** A piece of PromQL that is a scalar. */
export type ScalarPhrase = Pick<Phrase, 'text' | 'exact' | 'positive'>;

/** Where a phrase is to stand. */
export interface Place {
  /** How many more phrases may be put into each other. */
  readonly depth: number;
  /** Inside of a subquery, whose times are whole seconds. */
  readonly nested: boolean;
  /** What the values have to be. */
  readonly exact?: boolean;
  readonly positive?: boolean;
}

/** What writes phrases: the choices, and the way back to any kind of phrase. */
export interface Pen {
  readonly random: Random;
  readonly vocabulary: Vocabulary;
  vector(place: Place): Phrase;
  scalar(place: Place): ScalarPhrase;
}

/** The same place one level deeper, for a part that has to be so. */
export function inside(
  { depth, nested }: Place,
  needs: Partial<Pick<Place, 'exact' | 'positive' | 'nested'>> = {},
): Place {
  return { depth: depth - 1, nested, ...needs };
}

/** Whether a phrase is what its place asks for. */
export function fits({ exact, positive }: Phrase, place: Place): boolean {
  return (exact || !place.exact) && (positive || !place.positive);
}
