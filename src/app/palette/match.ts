const combining = /\p{M}/gu;

/** Lower case without accents, of the same length, so that places in it are places in `text`. */
export function fold(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII is meant
  if (/^[\x00-\x7f]*$/.test(text)) return text.toLowerCase();
  return text.replace(/[\s\S]/g, (unit) => unit.toLowerCase().normalize('NFD').replace(combining, '')[0] ?? unit);
}

/** The words of what was typed, folded. */
export function wordsOf(typed: string): readonly string[] {
  return fold(typed)
    .split(/\s+/)
    .filter((word) => word !== '');
}

/** What can be searched: `label` as it is shown, and both texts folded. */
export interface Searched {
  readonly label: string;
  readonly folded: string;
  /** Further words that it is found by; they are not marked. */
  readonly further: string;
}

/**
 * How well the label fits, more is better; null where it does not. Every word must be in it, or its letters in their order,
 * or in the further words.
 * @param marks takes the characters of the label that it fits by, for those that are shown
 */
export function scoreOf(
  { label, folded, further }: Searched,
  words: readonly string[],
  marks: number[] | null = null,
): number | null {
  let sum = 0;
  for (const word of words) {
    const own = placeWord(word, folded, label, marks);
    const best = own === 0 && further.includes(word) ? scores.further : own;
    if (best === 0) return null;
    sum += best;
  }
  // Of equals the shorter: more of it was typed.
  return sum / words.length - Math.min(folded.length, 200) / 50;
}

/** The characters of the label that it fits by, ascending. */
export function marksOf(searched: Searched, words: readonly string[]): readonly number[] {
  const marks: number[] = [];
  scoreOf(searched, words, marks);
  return marks.sort((a, b) => a - b);
}

/** What a way to fit is worth. */
const scores = { whole: 100, start: 90, wordStart: 80, inside: 60, scattered: 50, further: 20 };

/** What the word's place in the label is worth; 0 for none. */
function placeWord(word: string, folded: string, label: string, marks: number[] | null): number {
  let at = folded.indexOf(word);
  if (at === -1) return scatter(word, folded, label, marks);
  const first = at;
  while (at !== -1 && !isWordStart(label, at)) at = folded.indexOf(word, at + 1);
  const isStart = at !== -1;
  if (marks) for (let i = 0; i < word.length; i++) marks.push((isStart ? at : first) + i);
  if (!isStart) return scores.inside;
  if (at > 0) return scores.wordStart;
  return word.length === folded.length ? scores.whole : scores.start;
}

/** Letters further apart than this many times their number mean something else. */
const WIDEST = 6;

/** What the word's letters are worth in their order, as near to each other as they stand at the end of the first such place. */
function scatter(word: string, folded: string, label: string, marks: number[] | null): number {
  if (word.length < 3) return 0;
  let end = -1;
  for (const letter of word) {
    end = folded.indexOf(letter, end + 1);
    if (end === -1) return 0;
  }
  const places: number[] = [];
  for (let i = word.length - 1, at = end; i >= 0; i--, at--) {
    at = folded.lastIndexOf(word.charAt(i), at);
    places.unshift(at);
  }
  if (end - (places[0] ?? 0) >= WIDEST * word.length) return 0;
  const breaks = places.filter((at, i) => at !== (places[i - 1] ?? -2) + 1 && !isWordStart(label, at)).length;
  if (breaks > word.length / 2) return 0;
  marks?.push(...places);
  return scores.scattered * (1 - breaks / word.length / 1.5);
}

/** Whether a word begins there: after what is no letter or digit, or with a capital after a small letter. */
function isWordStart(text: string, at: number): boolean {
  if (at === 0) return true;
  const before = text.charAt(at - 1);
  if (/[a-z0-9]/.test(before)) return /\p{Lu}/u.test(text.charAt(at));
  return !/[\p{L}\p{N}]/u.test(before) || (/\p{Lu}/u.test(text.charAt(at)) && !/\p{Lu}/u.test(before));
}
