import type { LocalizedText } from '../language.ts';

/** One step of a ladder: from `factor` base units on, numbers are divided by it and followed by `symbol`. */
export interface Rung {
  readonly factor: number;
  /** With the no-break space that goes before it, where one does. */
  readonly symbol: LocalizedText;
}

/** Smallest first. */
export type Ladder = readonly Rung[];

/** Keeps a number and its unit on one line. */
export const space = '\u00a0';

export function both(text: string): LocalizedText {
  return { en: text, 'pt-BR': text };
}

/** A ladder of one rung: the number is never scaled. */
export function fixed(symbol: string): Ladder {
  return [{ factor: 1, symbol: both(symbol === '' ? '' : space + symbol) }];
}

function powers(base: number, prefixes: readonly string[], symbol: string): Ladder {
  return prefixes.map((prefix, i) => ({ factor: base ** i, symbol: both(space + prefix + symbol) }));
}

/** W, kW, MW, ... */
export function si(symbol: string): Ladder {
  return powers(1000, ['', 'k', 'M', 'G', 'T', 'P', 'E'], symbol);
}

/** B, KiB, MiB, ... */
export function iec(symbol: string): Ladder {
  return powers(1024, ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'], symbol);
}

const one: Rung = { factor: 1, symbol: both('') };
const millions: Ladder = [
  { factor: 1e6, symbol: { en: 'M', 'pt-BR': `${space}mi` } },
  { factor: 1e9, symbol: { en: 'B', 'pt-BR': `${space}bi` } },
  { factor: 1e12, symbol: { en: 'T', 'pt-BR': `${space}tri` } },
];

/** Counts: 2.31k, 2,31 mil. */
export const short: Ladder = [one, { factor: 1e3, symbol: { en: 'k', 'pt-BR': `${space}mil` } }, ...millions];

/** Sums of money are written out up to a million. */
export const money: Ladder = [one, ...millions];

/** Base unit: seconds. Days are the longest, since weeks, months and years make poor fractions. */
export const time: Ladder = [
  { factor: 1e-9, symbol: both(`${space}ns`) },
  { factor: 1e-6, symbol: both(`${space}µs`) },
  { factor: 1e-3, symbol: both(`${space}ms`) },
  { factor: 1, symbol: both(`${space}s`) },
  { factor: 60, symbol: both(`${space}min`) },
  { factor: 3600, symbol: both(`${space}h`) },
  { factor: 86_400, symbol: both(`${space}d`) },
];
