/**
 * One question to a data source, as a value: equal plans are one request. It is the key under which react-query keeps
 * the answer. All times are epoch milliseconds on the server's clock, durations milliseconds.
 */
export type QueryPlan =
  | { readonly kind: 'instant'; readonly dataSource: string; readonly expr: string; readonly time: number }
  | {
      readonly kind: 'range';
      readonly dataSource: string;
      readonly expr: string;
      /** Multiples of `step` since the epoch (of whole days: since a midnight of the viewer's zone), both included. */
      readonly start: number;
      readonly end: number;
      readonly step: number;
    };
