import * as v from 'valibot';
import { packIndexSchema } from './pack.ts';
import { durationSchema, idSchema } from './schema.ts';

/** Servers that speak the Prometheus HTTP API; they differ in what they add to it and in how they say "partial". */
export const dataSourceKinds = ['prometheus', 'victoriametrics', 'thanos', 'mimir'] as const;

const webAddress = v.pipe(
  v.string(),
  v.regex(/^https?:\/\/[^\s/]+/i, 'an address that starts with http:// or https:// is needed'),
);

const dataSource = v.strictObject({
  id: idSchema,
  name: v.pipe(v.string(), v.nonEmpty()),
  kind: v.picklist(dataSourceKinds),
  /** How late after its time a sample may still come, such as 3m: what is younger is asked again at each refresh. */
  ingestionDelay: v.optional(durationSchema),
  /** Only in a static `config.json`: the gateway keeps addresses to itself and proxies `/api/ds/<id>`. */
  url: v.optional(webAddress),
});

/** What a person may do; each may also do what those before it may. */
export const roles = ['viewer', 'operator', 'administrator'] as const;
export type Role = (typeof roles)[number];

/** Whether who has `role` may do what needs `needed`. */
export function permits(role: Role, needed: Role): boolean {
  return roles.indexOf(role) >= roles.indexOf(needed);
}

/** An Alertmanager or a Pushgateway. */
const sideServer = v.strictObject({
  id: idSchema,
  name: v.pipe(v.string(), v.nonEmpty()),
  /** The id of the data source that it belongs to; null where none is named. */
  dataSource: v.optional(v.nullable(idSchema), null),
  /** Only in a static `config.json`: the gateway proxies `/api/am/<id>` and `/api/pg/<id>`. */
  url: v.optional(webAddress),
});

const haveOwnIds = (list: readonly { readonly id: string }[]) => new Set(list.map(({ id }) => id)).size === list.length;
const sideServers = v.pipe(
  v.optional(v.array(sideServer), []),
  v.check((list) => haveOwnIds(list), 'ids must be unique'),
);

/**
 * The reply of `/api/config`, and a static `config.json` beside `index.html` on a plain web server. Keys that a newer
 * gateway adds are let go by. An empty list of data sources is legal: the app then says what to set.
 */
export const configSchema = v.object({
  dataSources: v.pipe(
    v.optional(v.array(dataSource), []),
    v.check((list) => haveOwnIds(list), 'data source ids must be unique'),
  ),
  alertmanagers: sideServers,
  pushgateways: sideServers,
  /** What the viewer may do. Hiding what may not be done is the page's, refusing it the gateway's. */
  role: v.optional(v.picklist(roles), 'viewer'),
  /** The name of an alert that must always fire; null where none is named. */
  watchdog: v.optional(v.nullable(v.pipe(v.string(), v.nonEmpty())), null),
  grafana: v.optional(v.nullable(v.strictObject({ url: webAddress })), null),
  /** The data is made up: the embedded demo serves it. */
  demo: v.optional(v.boolean(), false),
  version: v.optional(v.string(), ''),
  /** Only in a static `config.json`: what `/api/packs` would answer. */
  packs: v.optional(packIndexSchema),
});

export type AppConfig = v.InferOutput<typeof configSchema>;
export type DataSource = AppConfig['dataSources'][number];
export type DataSourceKind = DataSource['kind'];
