import { familiesOf, ownLifetime } from '../context.ts';
import { during, rhythm, times } from '../signal.ts';
import type { FleetTarget } from '../types.ts';
import type { Context } from './context.ts';

const commands: Readonly<Record<string, number>> = { get: 0.55, set: 0.2, publish: 0.1, expire: 0.08, hgetall: 0.07 };

/** redis_exporter. The cache forgets much when the backend is slow: both have one cause. */
export function redisTarget(context: Context): FleetTarget {
  const instance = 'redis-exporter:9121';
  const lifetime = ownLifetime(context, instance, 4 * 24);
  const { counter, gauge, count } = familiesOf(context, instance, lifetime);
  const level = (seed: string, mean: number, waver = 0.2) =>
    rhythm({ seed: `${context.seed} ${instance} ${seed}`, mean, daily: 0.35, weekly: 0.1, waver });

  const lookups = level('lookups', 52);
  const missed = during(times(level('misses', 52), 0.07), context.incident('slowResponses'), 5);
  const processed = level('commands', 96);
  const memory = level('memory', 4.6e7, 0.08);
  const uptime = (time: number) => Math.floor((time - lifetime(time)) / 1000);
  const server = { redis_version: '7.0.15', redis_mode: 'standalone', role: 'master' };
  const keys = (share: number) => [
    { labels: { db: 'db0' }, level: times(level('keys', 18_000, 0.1), share) },
    { labels: { db: 'db1' }, level: times(level('keys', 640, 0.3), share) },
  ];

  return {
    job: 'redis',
    instance,
    metricsPath: '/metrics',
    isUpAt: () => true,
    families: [
      gauge('redis_up', 'Information about the Redis instance', [{ read: () => 1 }]),
      gauge('redis_instance_info', 'Information about the Redis instance', [{ labels: server, read: () => 1 }]),
      gauge('redis_uptime_in_seconds', 'uptime_in_seconds metric', [{ read: uptime }]),
      gauge('redis_start_time_seconds', 'Start time of the Redis instance since unix epoch in seconds.', [
        { read: (time) => lifetime(time) / 1000 },
      ]),
      counter('redis_keyspace_hits_total', 'keyspace_hits_total metric', [{ rate: times(lookups, 0.93) }]),
      counter('redis_keyspace_misses_total', 'keyspace_misses_total metric', [{ rate: missed }]),
      counter('redis_commands_processed_total', 'commands_processed_total metric', [
        { rate: processed, pace: 'commands' },
      ]),
      counter(
        'redis_commands_total',
        'Total number of calls per command',
        Object.entries(commands).map(([cmd, share]) => ({
          labels: { cmd },
          rate: times(processed, share),
          pace: 'commands',
        })),
      ),
      counter('redis_connections_received_total', 'connections_received_total metric', [
        { rate: level('connections', 0.2) },
      ]),
      counter('redis_rejected_connections_total', 'rejected_connections_total metric', [{ rate: times(lookups, 0) }]),
      counter('redis_expired_keys_total', 'expired_keys_total metric', [{ rate: level('expired', 1.4) }]),
      counter('redis_evicted_keys_total', 'evicted_keys_total metric', [{ rate: times(lookups, 0) }]),
      counter('redis_net_input_bytes_total', 'net_input_bytes_total metric', [{ rate: times(processed, 130) }]),
      counter('redis_net_output_bytes_total', 'net_output_bytes_total metric', [{ rate: times(processed, 900) }]),
      count('redis_connected_clients', 'connected_clients metric', [{ level: level('clients', 23) }]),
      gauge('redis_blocked_clients', 'blocked_clients metric', [{ read: () => 0 }]),
      count('redis_memory_used_bytes', 'memory_used_bytes metric', [{ level: memory }]),
      count('redis_memory_used_rss_bytes', 'memory_used_rss_bytes metric', [{ level: times(memory, 1.22) }]),
      gauge('redis_memory_max_bytes', 'memory_max_bytes metric', [{ read: () => 0 }]),
      gauge('redis_mem_fragmentation_ratio', 'mem_fragmentation_ratio metric', [{ read: () => 1.22 }]),
      count('redis_db_keys', 'Total number of keys by DB', keys(1)),
      count('redis_db_keys_expiring', 'Total number of expiring keys by DB', keys(0.8)),
      gauge('redis_config_maxclients', 'config_maxclients metric', [{ read: () => 10_000 }]),
    ],
  };
}
