/** The page of service discovery. */
export const discovery = {
  title: 'Service discovery',
  loading: 'Asking for what was discovered',
  choice: { label: 'Show', all: 'All', kept: 'Kept', dropped: 'Dropped' },
  sum: (kept: number, dropped: number) => `${kept} kept, ${dropped} dropped`,
  dropsHidden: 'Servers tell only some of what they dropped (keep_dropped_targets).',
  none: 'Nothing was discovered.',
  noMatch: 'Nothing that was discovered fits the filter.',
  pool: (kept: number, total: number) => `${kept} of ${total} kept`,
  tones: { ok: 'With targets that are kept', neutral: 'All dropped' },
  target: { kept: 'Kept', dropped: 'Dropped' },
  discovered: 'As discovered',
  final: 'After relabelling',
  change: { added: 'added', changed: 'changed', removed: 'removed' },
  dropped:
    'Dropped by relabelling: a rule under relabel_configs of this pool with the action keep or drop decided so. The server does not tell which.',
} as const;
