/** Jobs that no pack describes, where systems are listed. */
export const otherJobs = {
  title: 'Other jobs',
  detail: 'No pack describes these. Their boards are made from what they measure.',
  more: (count: number) => (count === 1 ? '1 more job' : `${count} more jobs`),
  tones: { ok: 'all targets up', critical: 'targets down', neutral: 'not known whether all targets are up' },
} as const;
