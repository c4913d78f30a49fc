import { familiesOf, mebibyte, ownLifetime } from '../context.ts';
import { processFamilies } from '../exporters/process.ts';
import { rhythm } from '../signal.ts';
import type { FleetTarget } from '../types.ts';
import type { Context } from './context.ts';

/** In the catalog: Mordomo's eight services, consul, nats, qdrant, postgres, loki and grafana. */
const services = 14;
const instances = 18;

function serverTarget(context: Context, number: number): FleetTarget {
  const instance = `consul-server-${number}:8500`;
  const seed = `${context.seed} ${instance}`;
  const lifetime = ownLifetime(context, instance, 14 * 24);
  const families = familiesOf(context, instance, lifetime);
  const { counter, gauge, count } = families;
  const datacenter = { datacenter: 'dc1' };
  return {
    job: 'consul',
    instance,
    metricsPath: '/v1/agent/metrics',
    isUpAt: () => true,
    families: [
      gauge('consul_catalog_services', 'How many services are in the cluster.', [{ read: () => services }]),
      gauge('consul_state_services', 'Number of unique services in the catalog.', [
        { labels: datacenter, read: () => services },
      ]),
      gauge('consul_state_service_instances', 'Number of service instances in the catalog.', [
        { labels: datacenter, read: () => instances },
      ]),
      gauge('consul_autopilot_healthy', 'Whether autopilot considers the local server cluster healthy.', [
        { read: () => 1 },
      ]),
      gauge('consul_server_isLeader', 'Whether this server is the leader.', [{ read: () => Number(number === 1) }]),
      counter('consul_rpc_request', 'Requests to this server.', [
        { rate: rhythm({ seed: `${seed} rpc`, mean: number === 1 ? 21 : 8, daily: 0.15, waver: 0.2 }) },
      ]),
      count('consul_runtime_alloc_bytes', 'Bytes allocated by the process.', [
        { level: rhythm({ seed: `${seed} alloc`, mean: 38 * mebibyte, waver: 0.25 }) },
      ]),
      ...processFamilies(seed, families, lifetime, { memory: 120 * mebibyte, cpu: number === 1 ? 0.05 : 0.03 }),
    ],
  };
}

export function consulTargets(context: Context): FleetTarget[] {
  return [1, 2, 3].map((number) => serverTarget(context, number));
}
