import type { DataSourceKind } from '../src/model/config.ts';
import type { ServerAddress } from './address.ts';

/** What the gateway answers for under `/api/ds/<id>`. */
export interface DataSource extends Omit<ServerAddress, 'url'> {
  readonly id: string;
  readonly name: string;
  readonly kind: DataSourceKind;
  /** Milliseconds a request may take upstream, all in all. */
  readonly timeout: number;
}

/** A server whose API the gateway passes on. */
export interface DataSourceSettings extends DataSource, ServerAddress {
  /** Certificate authorities (PEM) to trust in place of the system's; null for the system's. */
  readonly ca: string | null;
}

/** Prometheus gives up on a query after two minutes unless told otherwise; the gateway waits a little longer. */
export const DEFAULT_TIMEOUT = 125_000;
