import type { Language } from '../model/language.ts';
import type { en } from './en/index.ts';

/**
 * The texts that are loaded at once, in one language; what is seen later has its own in `apart/`. English is the reference;
 * the other languages have the same shape.
 */
export type Messages = Widen<typeof en>;

/** Texts that come with what shows them, in all languages: that costs less than a second request. */
export type ByLanguage<T> = Readonly<Record<Language, Widen<T>>>;

/** The shape of an English group, for another language. */
export type Widen<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...a: infer A) => string
      ? (...a: A) => string
      : Widen<T[K]>;
};
