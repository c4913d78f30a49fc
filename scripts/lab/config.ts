import { dirname, resolve } from 'node:path';
import * as v from 'valibot';
import { parse, stringify } from 'yaml';

const staticSchema = v.looseObject({
  targets: v.array(v.string()),
  labels: v.optional(v.record(v.string(), v.string())),
});

export type StaticConfig = v.InferOutput<typeof staticSchema>;

/** What of Prometheus's configuration the lab looks at or changes; the rest passes through. */
const configSchema = v.looseObject({
  global: v.looseObject({ scrape_interval: v.string() }),
  alerting: v.optional(
    v.looseObject({ alertmanagers: v.array(v.looseObject({ static_configs: v.array(staticSchema) })) }),
    { alertmanagers: [] },
  ),
  rule_files: v.array(v.string()),
  scrape_configs: v.array(
    v.looseObject({
      job_name: v.string(),
      scrape_interval: v.optional(v.string()),
      static_configs: v.optional(v.array(staticSchema), []),
      consul_sd_configs: v.optional(v.array(v.looseObject({ server: v.string() })), []),
    }),
  ),
});

/** The shipped configuration of Prometheus, as far as the lab knows it. */
export type ShippedConfig = v.InferOutput<typeof configSchema>;

/** @param text YAML */
export function readConfig(text: string): ShippedConfig {
  return v.parse(configSchema, parse(text));
}

/** `host:port` of all targets that are listed, in their order. */
export function listedTargets(configs: readonly { readonly targets: readonly string[] }[]): string[] {
  return configs.flatMap(({ targets }) => targets);
}

/**
 * The configuration with what Consul knows written down: discovery is replaced by what it would find.
 * @param discovered by job
 */
export function withoutDiscovery(
  config: ShippedConfig,
  discovered: ReadonlyMap<string, readonly StaticConfig[]>,
): ShippedConfig {
  const scrape_configs = config.scrape_configs.map((job) => {
    const found = job.consul_sd_configs.length > 0 ? (discovered.get(job.job_name) ?? []) : [];
    return { ...job, static_configs: [...job.static_configs, ...found], consul_sd_configs: [] };
  });
  return { ...config, scrape_configs };
}

/**
 * The lab's Prometheus configuration: the shipped one, which asks for everything through a proxy that knows its hosts. So
 * addresses, labels and relabelling are those of real life. Rule files are found from anywhere.
 * @param config one without Consul
 * @param file where the shipped one stands; its relative paths start there
 * @param proxyUrl none for one that only is to be checked
 * @returns YAML
 */
export function deriveConfig(config: ShippedConfig, file: string, proxyUrl?: string): string {
  const throughProxy = <T extends object>(asks: T) => (proxyUrl ? { ...asks, proxy_url: proxyUrl } : asks);
  return stringify({
    ...config,
    alerting: { ...config.alerting, alertmanagers: config.alerting.alertmanagers.map(throughProxy) },
    rule_files: config.rule_files.map((path) => resolve(dirname(file), path)),
    scrape_configs: config.scrape_configs.map(({ consul_sd_configs: _, ...job }) => throughProxy(job)),
  });
}
