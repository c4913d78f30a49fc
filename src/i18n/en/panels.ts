/** The panel kinds, one group each. */
export const panels = {} as const;
