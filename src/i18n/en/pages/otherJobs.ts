/** Jobs that no pack describes, where systems are listed. */
export const otherJobs = {
  title: 'Other jobs',
  detail: 'No pack describes these. Their boards are made from what they measure.',
  more: (count: number) => (count === 1 ? '1 more job' : `${count} more jobs`),
  up: 'all targets up',
  down: 'targets down',
} as const;
