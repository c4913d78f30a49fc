/** The panel of dials. */
export const gauge = {
  above: (max: string) => `above ${max}`,
  below: (min: string) => `below ${min}`,
  summary: (dials: readonly string[], more: number) => `${dials.join('; ')}${more > 0 ? `; and ${more} more` : ''}.`,
} as const;
