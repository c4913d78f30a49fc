/** The languages of the interface. */
export const languages = ['en', 'pt-BR'] as const;
export type Language = (typeof languages)[number];

/** A text that a pack gives in every language. A plain string in YAML counts for both. */
export type LocalizedText = Readonly<Record<Language, string>>;

/** The language of the interface for a language tag (`pt`, `en-GB`); null when the interface does not speak it. */
export function languageOf(tag: string): Language | null {
  const [primary] = tag.toLowerCase().split('-');
  return languages.find((language) => language.toLowerCase().split('-')[0] === primary) ?? null;
}
