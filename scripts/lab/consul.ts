import type { FleetTarget } from '../../mocks/fleet/types.ts';
import type { StaticConfig } from './config.ts';

/** The port of a service itself, beside which its metrics have one of their own. */
const servicePort = '8080';
const nodeAddress = '10.0.0.20';

/** One entry of a catalog as Prometheus's Consul discovery hands it to relabelling. */
function entry(service: string, address: string, node: string, tags: string, metricsPort: string): StaticConfig {
  return {
    targets: [`${address || nodeAddress}:${servicePort}`],
    labels: {
      __meta_consul_address: nodeAddress,
      __meta_consul_dc: 'dc1',
      __meta_consul_health: 'passing',
      __meta_consul_node: node,
      __meta_consul_service: service,
      __meta_consul_service_address: address,
      __meta_consul_service_id: service,
      __meta_consul_service_port: servicePort,
      __meta_consul_tags: tags,
      ...(metricsPort && { __meta_consul_service_metadata_metrics_port: metricsPort }),
    },
  };
}

/**
 * What Prometheus would discover in a Consul that knows these targets: of each its service, node and tags (the target's
 * labels of these names) and, as metadata, the port of its metrics; and Consul itself, which has no such port. Written down
 * as static configurations, since Debian's Prometheus is built without Consul discovery.
 */
export function consulCatalog(targets: readonly FleetTarget[]): StaticConfig[] {
  const services = targets.map(({ instance, labels }) => {
    const { hostname, port } = new URL(`http://${instance}`);
    const { service = hostname, node = '', tags = '' } = labels ?? {};
    return entry(service, hostname, node, tags, port);
  });
  return [...services, entry('consul', '', 'consul-server-1', ',,', '')];
}
