import type { Labels } from './labels.ts';

/** An active scrape target as the Prometheus targets API tells it. Times are epoch milliseconds, durations milliseconds. */
export interface Target {
  readonly health: 'up' | 'down' | 'unknown';
  readonly labels: Labels;
  readonly discoveredLabels: Labels;
  readonly scrapePool: string;
  readonly scrapeUrl: string;
  /** '' when the last scrape succeeded. */
  readonly lastError: string;
  /** null when it was never scraped. */
  readonly lastScrape: number | null;
  readonly lastScrapeDuration: number;
  /** null when the server does not say (older servers and some compatible ones). */
  readonly scrapeInterval: number | null;
  readonly scrapeTimeout: number | null;
}
