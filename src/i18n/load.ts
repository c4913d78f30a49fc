import type { Language } from '../model/language.ts';
import type { Messages } from './messages.ts';

/** Loads the texts of a language; each language is a file of its own, so that only the one in use is downloaded. */
export async function loadMessages(language: Language): Promise<Messages> {
  return language === 'pt-BR' ? (await import('./pt-BR/index.ts')).ptBR : (await import('./en/index.ts')).en;
}
