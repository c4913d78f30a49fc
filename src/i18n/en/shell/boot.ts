/** Said before the other texts can be loaded, so these are always at hand. */
export const boot = {
  title: 'Mirante could not start',
  unreachable: 'Its own server did not answer.',
  advice: 'Check that the server that serves this page is running and reachable, then try again.',
  badConfig: 'Its configuration cannot be used.',
  badConfigAdvice: 'Correct what is named below in the settings of the server, restart it, then try again.',
  retry: 'Try again',
  detail: 'What the browser saw',
} as const;
