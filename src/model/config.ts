import * as v from 'valibot';
import { packIndexSchema } from './pack.ts';
import { idSchema } from './schema.ts';

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
  /** Only in a static `config.json`: the gateway keeps addresses to itself and proxies `/api/ds/<id>`. */
  url: v.optional(webAddress),
});

/**
 * The reply of `/api/config`, and a static `config.json` beside `index.html` on a plain web server. Keys that a newer
 * gateway adds are let go by. An empty list of data sources is legal: the app then says what to set.
 */
export const configSchema = v.object({
  dataSources: v.pipe(
    v.optional(v.array(dataSource), []),
    v.check((list) => new Set(list.map((d) => d.id)).size === list.length, 'data source ids must be unique'),
  ),
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
