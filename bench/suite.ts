import type { Stand } from './stand/stand.ts';

/** What a figure may be at most. */
export interface Budget {
  readonly figure: number;
  readonly limit: number;
  /** How both are written, such as `x` or ` ms`. */
  readonly unit: string;
}

/** One line of a suite's table. */
export interface Row {
  readonly what: string;
  /** One for each of the suite's columns. */
  readonly figures: readonly string[];
  /** Null: only watched. */
  readonly budget: Budget | null;
}

/** Measurements that belong together. */
export interface Suite {
  /** By which it is asked for: `npm run bench -- <name>`. */
  readonly name: string;
  readonly title: string;
  /** What is measured, on what data. */
  readonly about: string;
  readonly columns: readonly string[];
  /** @param stand starts what pages stand on, at the first call of any suite */
  run(stand: () => Promise<Stand>): Promise<readonly Row[]>;
}

/** Whether a row keeps its budget; one without any does. */
export const isHeld = ({ budget }: Row): boolean => budget === null || budget.figure <= budget.limit;
