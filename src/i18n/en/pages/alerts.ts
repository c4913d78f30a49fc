interface Counts {
  readonly critical: number;
  readonly warning: number;
  readonly other: number;
  readonly pending: number;
  readonly suppressed: number;
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
  view: { label: 'View', alerts: 'Alerts', silences: 'Silences' },
  choice: { label: 'Show', all: 'All', firing: 'Firing', pending: 'Pending', suppressed: 'Suppressed' },
  group: {
    label: 'By',
    name: (label: string) => labelNames.get(label) ?? label,
    without: (name: string) => `Without ${name}`,
    count: (firing: number, total: number) => (firing === total ? `${firing} firing` : `${firing} of ${total} firing`),
  },
  sum: ({ critical, warning, other, pending, suppressed }: Counts) => {
    const firing = [
      ...(critical > 0 ? [`${critical} critical`] : []),
      ...(warning > 0 ? [`${warning} warning`] : []),
      ...(other > 0 ? [`${other} other`] : []),
    ];
    const words = firing.length === 0 ? 'Nothing is firing' : `Firing: ${firing.join(', ')}`;
    return [
      words,
      ...(pending > 0 ? [`${pending} pending`] : []),
      ...(suppressed > 0 ? [`${suppressed} silenced or inhibited`] : []),
    ].join('; ');
  },
  noRules:
    'This server has no alerting rules. VictoriaMetrics leaves them to vmalert, and tells of them with -vmalert.proxyURL.',
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
  noAlertmanager:
    'No Alertmanager is configured (ALERTMANAGER_URL): nothing is known of receivers, and nothing can be silenced.',
  serverFailed: (name: string) => `${name} did not answer: who is told, and what is silenced, may not be known.`,
  needsOperator: 'Silences need the role operator (MIRANTE_ROLE).',
  held: {
    states: { unprocessed: 'not processed yet', active: 'active', suppressed: 'suppressed' },
    receivers: (names: string) => (names === '' ? 'no receiver' : `receivers: ${names}`),
    silencedBy: 'Silenced by',
    inhibitedBy: 'Inhibited by',
    silenced: 'silenced',
    inhibited: 'inhibited',
    acknowledgedBy: (name: string) => `acknowledged by ${name}`,
    stranger: 'known to Alertmanager only',
  },
  charts: {
    watched: 'What the rule watches, 6 h; shaded: fired',
    history: 'Last 24 h',
    state: 'State',
    value: 'Value',
    firing: 'Firing',
    pending: 'Pending',
    inactive: 'Not active',
  },
  silence: {
    open: 'Silence…',
    title: 'Silence',
    acknowledge: 'Acknowledge',
    acknowledgeTitle: 'Acknowledge',
    renewal:
      'An acknowledgement is a silence of 15 minutes. While the alert fires, any Mirante that is open in this browser renews it for you; when none is open, or nothing fires any more, it ends by itself.',
    onIt: 'being looked at',
    matchers: 'Alerts that match all of',
    tooWide: 'At least one matcher is needed that does not match everything.',
    noMatcher: 'This does not count yet: write label="value" and press Enter.',
    server: 'Alertmanager',
    allServers: 'All',
    length: 'For how long, such as 45m, 2h or 1d',
    badLength: 'A duration such as 45m, 2h or 1d is needed.',
    author: 'Your name, remembered in this browser',
    comment: 'Why',
    optionalComment: 'A word about it, if you like',
    preview: (firing: number, pending: number, isSure: boolean) =>
      `Silences ${isSure ? '' : 'at most '}${firing} ${firing === 1 ? 'alert' : 'alerts'} now${pending > 0 ? `, and ${pending} pending once ${pending === 1 ? 'it fires' : 'they fire'}` : ''}.`,
    more: (count: number) => `and ${count} more`,
    create: 'Silence',
    cancel: 'Cancel',
    close: 'Close',
    list: 'Silences',
    loading: 'Asking for the silences',
    sum: (count: number, isWhole: boolean) =>
      count === 0
        ? 'Nothing is silenced.'
        : `${count} ${isWhole ? '' : 'known '}${count === 1 ? 'silence' : 'silences'}`,
    noMatch: (isWhole: boolean) => `No ${isWhole ? '' : 'known '}silence fits the filter.`,
    expired: (count: number) => `${count} ended`,
    isAck: 'acknowledgement',
    left: (time: string) => `${time} left`,
    begins: (time: string) => `begins in ${time}`,
    ended: (age: string) => `ended ${age} ago`,
    matches: (count: number, isSure: boolean) =>
      `matches ${isSure ? '' : 'at most '}${count} ${count === 1 ? 'alert' : 'alerts'} now`,
    extend: 'Extend by 1 h',
    extendThis: (name: string) => `Extend by 1 h: ${name}`,
    expire: 'End…',
    expireThis: (name: string) => `End: ${name}`,
    confirm: (count: number, isSure: boolean) =>
      count === 0
        ? 'It matches nothing now.'
        : `${isSure ? '' : 'At most '}${count} ${count === 1 ? 'alert' : 'alerts'} will be notified again.`,
    expireNow: 'End it now',
    keep: 'Keep it',
  },
  clamp: { more: (characters: number) => `Show all ${characters} characters`, less: 'Show less' },
} as const;
