/** The panel that lists alerts. */
export const alerts = {
  none: (firing: boolean) => (firing ? 'No alerts firing.' : 'No alerts pending.'),
  others: (count: number) =>
    count === 1 ? 'One other alert does not fit this panel.' : `${count} other alerts do not fit this panel.`,
  showing: (shown: number, total: number) => `Showing ${shown} of ${total}.`,
  states: { firing: 'firing', pending: 'pending' },
  noSeverity: 'no severity',
  since: (time: string) => `since ${time}`,
  /** A link from an annotation, which names it: `runbook_url`. */
  link: (annotation: string) => annotation.replace(/_?ur[li]$/i, '').replaceAll('_', ' ') || 'link',
  summary: (firing: number, pending: number, first: string) => {
    const parts = [firing > 0 && `${firing} firing`, pending > 0 && `${pending} pending`].filter(Boolean);
    return `${parts.join(', ')}. First: ${first}`;
  },
  columns: {
    state: 'State',
    severity: 'Severity',
    name: 'Alert',
    title: 'What it says',
    labels: 'Labels',
    since: 'Since',
  },
} as const;
