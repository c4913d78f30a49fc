import { dirname, resolve } from 'node:path';
import * as v from 'valibot';
import { parse, stringify } from 'yaml';

/** What of Prometheus's configuration the lab changes; the rest passes through. */
const configSchema = v.looseObject({
  alerting: v.optional(v.unknown()),
  rule_files: v.array(v.string()),
  scrape_configs: v.array(
    v.looseObject({
      job_name: v.string(),
      static_configs: v.array(v.looseObject({ targets: v.array(v.string()) })),
    }),
  ),
});

/**
 * The lab's Prometheus configuration, made from the shipped one: each target is scraped at its loopback address and yet
 * called by its own name (`instance`), rule files are found from anywhere, and no Alertmanager is told, as none runs.
 * @param text the shipped configuration, YAML
 * @param file where it stands; its relative paths start there
 * @param addresses `host:port` to scrape, by the target's name in the configuration
 */
export function deriveConfig(text: string, file: string, addresses: ReadonlyMap<string, string>): string {
  const { alerting: _, ...config } = v.parse(configSchema, parse(text));
  const addressOf = (target: string) => {
    const address = addresses.get(target);
    if (address === undefined) throw new Error(`${file} scrapes ${target}, which the lab does not have`);
    return address;
  };
  return stringify({
    ...config,
    rule_files: config.rule_files.map((path) => resolve(dirname(file), path)),
    scrape_configs: config.scrape_configs.map((job) => ({
      ...job,
      static_configs: job.static_configs.flatMap(({ targets }) =>
        targets.map((target) => ({ targets: [addressOf(target)], labels: { instance: target } })),
      ),
    })),
  });
}
