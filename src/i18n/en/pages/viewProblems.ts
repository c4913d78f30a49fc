/** What of an address could not be followed. */
export const viewProblems = {
  title: 'Parts of this address could not be read',
  reasons: {
    time: 'is not a time. The default is shown in its place.',
    'empty-range': 'makes a range that ends before it starts. The default is shown in its place.',
    refresh: 'is not an interval of a second or more. The default is used in its place.',
    'time-zone': 'is not a time zone. Yours is used in its place.',
    theme: 'is not a theme. Yours is used in its place.',
    language: 'is not a language of Mirante. Yours is used in its place.',
    empty: 'is empty and was left out.',
    repeated: 'was given more than once. The first one counts.',
  },
  dismiss: 'Dismiss',
} as const;
