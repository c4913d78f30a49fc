/** What every kind that shows values says of them. */
export const values = {
  absent: 'no data',
  ended: (age: string) => `ended ${age} ago`,
  /** The target that it would come from is down. */
  down: (age: string | null) => (age === null ? 'target down' : `target down for ${age}`),
  nan: 'not a number',
  /** Said where a mark stands for it. */
  tones: { ok: 'ok', info: 'info', warning: 'warning', critical: 'critical', neutral: 'neutral' },
  showing: (shown: number, total: number) => `Showing ${shown} of ${total}.`,
  /** Column heads of a table twin. */
  name: 'Name',
  value: 'Value',
  /** `read` is a name and its value. */
  read: (name: string, value: string) => `${name}: ${value}`,
} as const;
