/** A target that is there to be scraped, with all that had to be started for it. */
export interface RunningTarget {
  /** `host:port` to scrape. */
  readonly address: string;
  stop(): Promise<void>;
}
