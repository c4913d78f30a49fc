/** Why a panel has nothing to draw. */
export const emptyReason = {
  noData: 'No data in this range.',
  noDataAdvice: 'The query gave no series.',
  noMetric: 'No such metric on this server.',
  noMetricAdvice: (names: string) => `Nothing by the name of ${names} has been scraped.`,
  noMatch: 'The label filters match nothing.',
  noMatchAdvice: (selector: string) => `The metric exists, but no series fits ${selector}.`,
  ended: (time: string) => `The series ended at ${time}.`,
  endedAdvice: 'Since then nothing was scraped for it.',
  down: (instance: string, time: string) => `Target ${instance} is down; the series ended at ${time}.`,
  downAdvice: (error: string) => `The last scrape failed: ${error}`,
  tooShort: 'The window is too short for the scrape interval.',
  tooShortAdvice: (window: string, interval: string, needed: string) =>
    `It looks at ${window}, and there is a sample every ${interval} only. ${needed} or $__rate_interval would do.`,
  noValues: (variable: string) => `The variable “${variable}” has no values.`,
  noValuesAdvice: 'What stands here is drawn once for each of them.',
  filteredOut: 'Nothing to show right now.',
  filteredOutAdvice: 'There are samples, but the expression lets none of them through.',
} as const;
