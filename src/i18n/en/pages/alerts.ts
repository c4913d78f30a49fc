interface Counts {
  readonly critical: number;
  readonly warning: number;
  readonly other: number;
  readonly pending: number;
}

/** What the labels that are grouped by most are called. */
const labelNames: ReadonlyMap<string, string> = new Map([
  ['system', 'system'],
  ['alertname', 'alert'],
  ['severity', 'severity'],
]);

/** The page of alerts. */
export const alerts = {
  title: 'Alerts',
  loading: 'Asking for the alerts',
  /** In the tab's title: the signs are those of the marks. */
  mark: (critical: number, warning: number) =>
    [critical > 0 ? `◆${critical} ` : '', warning > 0 ? `○${warning} ` : ''].join(''),
  choice: { label: 'Show', all: 'All', firing: 'Firing', pending: 'Pending' },
  group: {
    label: 'By',
    name: (label: string) => labelNames.get(label) ?? label,
    without: (name: string) => `Without ${name}`,
    count: (firing: number, total: number) => (firing === total ? `${firing} firing` : `${firing} of ${total} firing`),
  },
  sum: ({ critical, warning, other, pending }: Counts) => {
    const firing = [
      ...(critical > 0 ? [`${critical} critical`] : []),
      ...(warning > 0 ? [`${warning} warning`] : []),
      ...(other > 0 ? [`${other} other`] : []),
    ];
    const words = firing.length === 0 ? 'Nothing is firing' : `Firing: ${firing.join(', ')}`;
    return pending > 0 ? `${words}; ${pending} pending` : words;
  },
  noRules: 'This server has no alerting rules.',
  noMatch: 'No alert fits the filter.',
  inactive: (count: number, broken: number) =>
    `${count} ${count === 1 ? 'rule' : 'rules'} not active${broken > 0 ? `, ${broken} cannot be evaluated` : ''}`,
  isInactive: 'Not active',
  broken: 'Cannot be evaluated',
  noSeverity: 'No severity',
  states: { firing: 'firing', pending: 'pending' },
  since: (age: string) => `for ${age}`,
  firesIn: (time: string) => `fires in ${time}`,
  for: (time: string) => `must hold for ${time}`,
  value: 'Value now',
  rule: 'Rule',
  origin: (group: string, file: string) => (file === '' ? `group ${group}` : `group ${group} of ${file}`),
  labels: 'Labels',
  clamp: { more: (characters: number) => `Show all ${characters} characters`, less: 'Show less' },
} as const;
