/** The board that is made of a job's metadata, and the list of jobs. */
export const auto = {
  jobs: 'Jobs',
  loading: 'Asking what this job measures',
  made: (metrics: string) =>
    `Made from metadata: ${metrics} metrics. Kinds and units are as declared, else as names suggest.`,
  capped: (shown: string, all: string) => `The first ${shown} of ${all} metrics are here.`,
  unknown: {
    title: (job: string) => `No job named ${job} has data here.`,
    detail: 'These have:',
    none: 'No job has data on this server.',
  },
  choose: 'Each opens a board made of what the job measures.',
  filter: 'Filter by metric name',
  found: (shown: string, all: string) => `${shown} of ${all} metrics`,
  nothingFits: 'No metric of this job fits the filter.',
  all: 'All panels',
  save: {
    open: 'Save as YAML',
    title: 'Keep this board',
    hint: 'Put it into a folder of packs as a file of its own, such as packs/mine/board.yaml. It has the rows that are open, as they are filtered.',
    download: 'Download',
    copy: 'Copy',
    copied: 'Copied',
    close: 'Close',
  },
  instance: 'instance',
  rows: {
    opening: 'At a glance',
    others: 'Others',
    scrape: 'scrape',
    created: 'created',
    all: 'Metrics',
    part: (prefix: string, from: string, to: string) => `${prefix}: ${from} to ${to}`,
  },
  scrapes: {
    up: 'Targets up',
    duration: 'Slowest scrape',
    samples: 'Samples a scrape',
    series: 'Series',
  },
  titles: {
    since: (name: string) => `${name}: time since`,
    left: (name: string) => `${name}: time left`,
    rateAndMean: (name: string) => `${name}: rate and mean`,
    count: 'rate',
    mean: 'mean',
  },
} as const;
