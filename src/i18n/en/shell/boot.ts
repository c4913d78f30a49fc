/** Said before the other texts can be loaded, so these are always at hand. */
export const boot = {
  title: 'Mirante could not start',
  what: 'Its own server gave no configuration that can be used.',
  advice:
    'Check that the server that serves this page is running and reachable. If it is, correct its configuration where the line below says so. It is tried again by itself.',
  retry: 'Try again',
  detail: 'What happened',
} as const;
