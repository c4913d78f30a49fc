/** What went wrong and what to do about it. */
export const errors = {} as const;
