/** The alert that must always fire. */
export const watchdog = {
  severity: 'Critical',
  title: (name: string, state: 'pending' | 'absent') =>
    state === 'pending' ? `${name} must always fire, and is only pending.` : `${name} must always fire, and does not.`,
  detail: 'Rules may not be evaluated or loaded: that no other alert fires says nothing now.',
} as const;
