/** What is said where the data is simulated. */
export const simulated = {
  mark: 'Simulated data',
  /** The same, where there is little room. */
  short: 'Simulated',
  title: 'This data is simulated',
  what: 'No Prometheus is connected. Mirante makes up every figure, chart and alert here itself, from imagined machines. Nothing of it is real, and what is silenced here silences nothing real.',
  connect: 'Connect a real server',
  gateway: 'Stop Mirante, then start it with the address of your Prometheus:',
  static: 'Get Mirante, then start it with the address of your Prometheus:',
  several: (setting: string) =>
    `For several servers, tokens or certificates, list them in a file and name it in ${setting}.`,
  file: (name: string) => `On a plain web server, use the ordinary build and write the addresses into its ${name}:`,
  copy: 'Copy',
  copied: 'Copied',
  boot: {
    title: 'Mirante could not start',
    what: 'The simulated data could not be started.',
    advice:
      'It needs a service worker, which browsers offer on https addresses and on localhost, and often not in private windows. Open this page at such an address, or allow it to store data, and try again.',
    retry: 'Try again',
    detail: 'What happened',
  },
} as const;
