/** The pages, one group each. */
export const pages = {} as const;
