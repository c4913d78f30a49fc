/** What went wrong and what to do about it. `where` is an address without credentials, or empty. */
export const errors = {
  network: {
    title: 'Prometheus cannot be reached',
    advice: (where: string) =>
      `No answer came${from(where)}. Check that it is running, that the address is right, and that nothing on the way blocks it.`,
  },
  timeout: {
    title: 'Prometheus did not answer in time',
    advice: (where: string) =>
      `The request${to(where)} took too long. Choose a shorter range or a cheaper query; if every query is slow, look at the server's load.`,
  },
  aborted: {
    title: 'The request was given up',
    advice: 'Nobody was waiting for its answer any more. Ask again if you need it.',
  },
  unauthorized: {
    title: 'Prometheus asks for a password or token',
    advice: (where: string) =>
      `The server${at(where)} does not accept the credentials, or got none. Whoever runs Mirante sets them with the data source.`,
  },
  'bad-data': {
    title: 'Prometheus does not understand the query',
    advice: 'Correct the expression or the parameters; what the server says tells the place.',
  },
  execution: {
    title: 'Prometheus could not evaluate the query',
    advice: 'Change the query: what the server says tells why. Often two sides of an operator do not match one to one.',
  },
  unavailable: {
    title: 'Prometheus is not ready yet',
    advice: (where: string) =>
      `The server${at(where)} runs but does not answer queries now, as while it starts. It is asked again with the next refresh.`,
  },
  'too-many-requests': {
    title: 'Prometheus is asked too often',
    advice: 'The server limits how much it is asked. Wait a moment, refresh less often, or show fewer panels.',
  },
  'not-prometheus': {
    title: 'This is not a Prometheus',
    advice: (where: string) =>
      `What answers${at(where)} is something else, as a web page, a login or another service. Check the address: it is the one under which /api/v1/query answers.`,
  },
  malformed: {
    title: 'The answer cannot be read',
    advice: (where: string, path: string) =>
      `The server${at(where)} answered JSON that is cut off or of another shape than the Prometheus API has${path === '' ? '' : `, at ${path}`}. Check that the server is compatible with Prometheus and that nothing on the way changes answers.`,
  },
  http: {
    title: (status: string) => `The server answered with HTTP ${status}`,
    advice: (where: string) =>
      `The request${to(where)} failed on the server's side. Its log, or that of a proxy before it, tells more.`,
    missingAdvice: (where: string) =>
      `The server has nothing${at(where)}. It may be too old for this, or compatible with Prometheus without offering this part.`,
  },
  interpolation: {
    title: (variable: string) => `The variable $${variable} cannot be used here`,
    unknown:
      'There is no variable of this name. Correct the name in the expression or add the variable to the dashboard.',
    empty: 'It has no value. Choose one above.',
    several: 'Only one value can stand here. Choose one, or write the matcher with =~.',
    unsafe: 'Outside of quotes only a name, a number or a duration can stand. Choose another value.',
    format: 'It is written with a format that does not exist. The formats are regex and raw.',
  },
  unknown: {
    title: 'Something unexpected went wrong',
    advice: 'This is a fault in Mirante. Try again; if it comes back, report it with the text below.',
  },
} as const;

function from(where: string): string {
  return where === '' ? '' : ` from ${where}`;
}

function to(where: string): string {
  return where === '' ? '' : ` to ${where}`;
}

function at(where: string): string {
  return where === '' ? '' : ` at ${where}`;
}
