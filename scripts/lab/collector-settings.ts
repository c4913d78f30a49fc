/** How the Collector API pushes its metrics, as its document says. */
export interface CollectorSettings {
  /** Of the Pushgateway, without a slash at its end. */
  readonly url: string;
  readonly isEnabled: boolean;
  /** Milliseconds between two pushes. */
  readonly interval: number;
  readonly jobName: string;
}

function readUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url !== null && /^https?:$/.test(url.protocol)) return text.replace(/\/+$/, '');
  throw new Error(
    'PROMETHEUS_PUSHGATEWAY_URL: an address such as https://prometheus.example.com/pushgateway is needed',
  );
}

function readFlag(text: string): boolean {
  if (text !== 'true' && text !== 'false') throw new Error('PROMETHEUS_PUSHGATEWAY_ENABLED: true or false is needed');
  return text === 'true';
}

function readInterval(text: string): number {
  const seconds = Number(text);
  if (/^\d+$/.test(text) && seconds > 0) return 1000 * seconds;
  throw new Error('PROMETHEUS_PUSHGATEWAY_INTERVAL: a whole number of seconds is needed');
}

/**
 * Reads `PROMETHEUS_PUSHGATEWAY_URL`, `_ENABLED` (false), `_INTERVAL` (60 seconds) and `PROMETHEUS_JOB_NAME`
 * (collector_api). An empty one counts as not set. Throws naming the one that is wrong.
 */
export function readCollectorSettings(env: Readonly<Record<string, string | undefined>>): CollectorSettings {
  return {
    url: readUrl(env.PROMETHEUS_PUSHGATEWAY_URL || 'http://127.0.0.1:9091'),
    isEnabled: readFlag(env.PROMETHEUS_PUSHGATEWAY_ENABLED || 'false'),
    interval: readInterval(env.PROMETHEUS_PUSHGATEWAY_INTERVAL || '60'),
    jobName: env.PROMETHEUS_JOB_NAME || 'collector_api',
  };
}
