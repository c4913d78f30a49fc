import type { FleetTarget } from '../../mocks/fleet/types.ts';
import { listedTargets, type ShippedConfig } from './config.ts';

/** What of a target says where it stands in a configuration. */
type Place = Pick<FleetTarget, 'job' | 'instance'>;

/**
 * The host that the shipped configuration scrapes for a target: the one of its job with the name of its instance, or the
 * only one of its job, where relabelling or a label gives the instance another name. What is discovered is at its instance.
 * Throws when nothing scrapes the target.
 */
export function hostOf({ job, instance }: Place, { scrape_configs }: ShippedConfig): string {
  const config = scrape_configs.find(({ job_name }) => job_name === job);
  const listed = listedTargets(config?.static_configs ?? []);
  const [first] = listed;
  if (listed.includes(instance) || (config?.consul_sd_configs.length ?? 0) > 0) return instance;
  if (first !== undefined && listed.length === 1) return first;
  throw new Error(`The shipped configuration scrapes no ${instance} in a job ${job}`);
}

/** Throws when the shipped configuration scrapes a host that no target plays. */
export function checkAllArePlayed(targets: readonly Place[], config: ShippedConfig): void {
  const played = new Set(targets.map((target) => `${target.job} ${hostOf(target, config)}`));
  for (const { job_name, static_configs } of config.scrape_configs) {
    for (const host of listedTargets(static_configs)) {
      if (!played.has(`${job_name} ${host}`)) throw new Error(`The lab has no ${host} for the job ${job_name}`);
    }
  }
}
