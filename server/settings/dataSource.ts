import type { DataSourceKind } from '../../src/model/config.ts';
import type { ServerAddress } from './address.ts';

/** A server that the gateway answers for, under `/api/<ds, am or pg>/<id>`. */
export interface Server extends Omit<ServerAddress, 'url'> {
  readonly id: string;
  readonly name: string;
  /** Milliseconds a request may take upstream, all in all. */
  readonly timeout: number;
}

export interface DataSource extends Server {
  readonly kind: DataSourceKind;
  /** Ms after its time within which a sample can be read. */
  readonly ingestionDelay: number;
}

/** An Alertmanager or a Pushgateway. */
export interface SideServer extends Server {
  /** The id of the data source that it belongs to; null where none is named. */
  readonly dataSource: string | null;
}

/** What a connection to a server takes. */
export interface Connection extends ServerAddress {
  /** Certificate authorities (PEM) to trust in place of the system's; null for the system's. */
  readonly ca: string | null;
}

/** A Prometheus whose API the gateway passes on. */
export interface DataSourceSettings extends DataSource, Connection {}

export interface SideServerSettings extends SideServer, Connection {}

/** Prometheus gives up on a query after two minutes unless told otherwise; the gateway waits a little longer. */
export const DEFAULT_TIMEOUT = 125_000;
/** The same for Alertmanagers and Pushgateways, which only look up what they hold. */
export const SIDE_TIMEOUT = 30_000;
