/** An address that leads nowhere. */
export const notFound = {
  title: 'There is no such page.',
  detail: (address: string) => `Nothing is at ${address}. These exist:`,
} as const;
