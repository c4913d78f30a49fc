import type { en } from './en/index.ts';

/** Every text of the interface, in one language. English is the reference; the other languages have the same shape. */
export type Messages = Widen<typeof en>;

type Widen<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...a: infer A) => string
      ? (...a: A) => string
      : Widen<T[K]>;
};
