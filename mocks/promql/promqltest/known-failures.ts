export interface KnownFailure {
  readonly file: string;
  readonly query: string;
  readonly reason: string;
}

const noExtremes = 'the grammar knows min_of and max_of in durations only, not as functions';

const extremes = [
  'min_of(3, 5)',
  'min_of(5, 3)',
  'max_of(3, 5)',
  'max_of(5, 3)',
  'min_of(4, 4)',
  'max_of(4, 4)',
  'min_of(-2, -5)',
  'max_of(-2, -5)',
  'min_of(0, 1)',
  'max_of(0, 1)',
  'min_of(NaN, 3)',
  'min_of(3, NaN)',
  'max_of(NaN, 3)',
  'max_of(3, NaN)',
];

/** The evaluations of Prometheus's scripts that fail here, and why. One that passes must leave the list. */
export const knownFailures: readonly KnownFailure[] = extremes.map((query) => ({
  file: 'functions.test',
  query,
  reason: noExtremes,
}));
