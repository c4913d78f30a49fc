/** What a viewer may choose; `system` follows the machine. */
export const themes = ['light', 'dark', 'system'] as const;
export type Theme = (typeof themes)[number];

export function isTheme(text: string): text is Theme {
  return themes.some((theme) => theme === text);
}
