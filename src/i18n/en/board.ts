/** Panel frames, their menus, states and notices. */
export const board = {
  /** Every value of a variable, in a title. */
  all: 'All',
  row: {
    untitled: 'Panels',
    panels: (count: number) => (count === 1 ? '1 panel' : `${count} panels`),
  },
  panel: {
    looking: 'No data. Looking for the reason.',
    loading: 'Loading',
    retry: 'Try again',
    notFound: (id: string) => `This board has no panel “${id}”.`,
    crashed: 'This panel could not be drawn.',
    crashedAdvice: 'The rest of the board is not affected. New data may heal it.',
    badOptions: 'The dashboard file is wrong here.',
    notLoaded: 'The code of this panel could not be loaded.',
    notLoadedAdvice: 'The connection may have been cut, or Mirante was updated: load the page again.',
  },
  tags: {
    old: (age: string) => `${age} old`,
    ended: (time: string) => `ended at ${time}`,
    asOf: (time: string) => `as of ${time}`,
    partial: 'partial',
    capped: (shown: string, count: string, isMore: boolean) =>
      `showing ${shown} of ${count}${isMore ? ' or more' : ''}`,
    error: 'error',
    firing: (severity: string, age: string) => `${severity}, ${age}`,
    alertsUnknown: 'alerts unknown',
    severity: { critical: 'critical', warning: 'warning', info: 'info' },
  },
} as const;
