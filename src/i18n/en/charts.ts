/** Legends, tooltips and axes of charts. */
export const charts = {} as const;
