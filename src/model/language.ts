/** The languages of the interface. */
export const languages = ['en', 'pt-BR'] as const;
export type Language = (typeof languages)[number];

/** A text that a pack gives in every language. A plain string in YAML counts for both. */
export type LocalizedText = Readonly<Record<Language, string>>;
