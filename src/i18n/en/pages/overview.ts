/** The first page. */
export const overview = {
  title: 'Overview',
  targets: (up: number, total: number) => `${up} of ${total} targets up`,
  noTargets: 'no targets',
  firing: {
    critical: (count: number) => `${count} critical`,
    warning: (count: number) => (count === 1 ? '1 warning' : `${count} warnings`),
    other: (count: number) => `${count} other`,
  },
  noAlerts: 'no alerts firing',
  wall: 'On the wall',
  looking: 'Looking for the systems that Mirante knows.',
  unsure: (names: string) => `Whether these systems are here is not known: ${names}.`,
  unsureDetail: 'The server says that its answer is partial, and it has no data of them.',
  notFound: {
    title: 'Not found on this server',
    detail: 'Mirante is ready for these systems, but this Prometheus has no data of them.',
    lookedFor: 'Looked for',
    scrape: (name: string) =>
      `To watch ${name}, add this under scrape_configs in prometheus.yml and reload Prometheus:`,
    copy: 'Copy',
  },
  nothingFound: {
    title: 'None of the known systems has data here.',
    detail: (server: string, count: number) =>
      `Mirante asked ${server} for ${count === 1 ? 'the one system' : `the ${count} systems`} it knows. The server answers, but has no data of ${count === 1 ? 'it' : 'any of them'}. Add ${count === 1 ? 'the scrape configuration' : 'one of the scrape configurations'} below, or a pack of your own.`,
  },
  noPacks: {
    title: 'There are no packs.',
    detail:
      'A pack is a folder with the dashboards of one system. Set MIRANTE_PACKS to a folder of packs and restart Mirante.',
  },
  noDataSource: {
    title: 'No Prometheus is configured.',
    detail: 'Tell Mirante where yours is, and start it again:',
  },
  packsFailed: {
    title: 'The list of packs could not be loaded.',
    retry: 'Try again',
  },
  serverFailed: 'Try again',
  partly: 'Part of it could not be asked.',
  old: (age: string) => `The oldest of it is ${age} old.`,
  problems: {
    title: (count: number) => (count === 1 ? 'A pack file is wrong' : `${count} pack files are wrong`),
    detail: 'What could be read is shown; the rest waits for these to be corrected.',
    line: (line: number) => `line ${line}`,
    file: 'File',
    where: 'Where',
    what: 'What is wrong',
  },
} as const;
