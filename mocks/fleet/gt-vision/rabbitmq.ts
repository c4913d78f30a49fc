import { familiesOf, gibibyte, minute, ownLifetime } from '../context.ts';
import { constant, plus, rhythm, times } from '../signal.ts';
import type { FleetTarget } from '../types.ts';
import { isInside, restartedAfter, swell } from '../windows.ts';
import type { Context } from './context.ts';

const identity = {
  rabbitmq_node: 'rabbit@rabbitmq',
  rabbitmq_cluster: 'rabbit@rabbitmq',
  rabbitmq_cluster_permanent_id: 'rabbitmq-cluster-id-2kQf0w9q3mJX1b7nR5tYcA',
};
const build = {
  rabbitmq_version: '3.12.12',
  prometheus_plugin_version: '3.12.12',
  prometheus_client_version: '4.11.0',
  erlang_version: '25.3.2.8',
};

/** The rabbitmq_prometheus plugin on `/metrics`: added up over queues and channels, which have no labels there. */
export function rabbitmqTarget(context: Context): FleetTarget {
  const instance = 'rabbitmq:15692';
  const down = context.incident('brokerDown');
  const lifetime = restartedAfter(down, ownLifetime(context, instance, 26 * 24));
  const { counter, gauge, count } = familiesOf(context, instance, lifetime);
  const level = (seed: string, mean: number, waver = 0.2) =>
    rhythm({ seed: `${context.seed} ${instance} ${seed}`, mean, daily: 0.3, weekly: 0.1, waver });

  const unacked = level('unacked', 9);
  const waiting = level('ready', 34, 0.4);
  // Consumers stall some minutes before the broker gives in, and catch up after it is back.
  const backlog = (time: number) => Math.round(waiting.at(time) + 2600 * swell(down, time, 9 * minute, 6 * minute));
  const inWork = (time: number) => Math.round(unacked.at(time));
  const published = level('published', 14);
  const taken = times(published, 0.998);
  const opened = constant(0.01);
  const amqp = { protocol: 'amqp091' };

  return {
    job: 'rabbitmq',
    instance,
    metricsPath: '/metrics',
    isUpAt: (time) => !isInside(down, time),
    families: [
      gauge('rabbitmq_build_info', 'RabbitMQ & Erlang/OTP version info', [{ labels: build, read: () => 1 }]),
      gauge('rabbitmq_identity_info', 'RabbitMQ node & cluster identity info', [{ labels: identity, read: () => 1 }]),
      gauge('rabbitmq_erlang_uptime_seconds', 'Node uptime', [{ read: (time) => (time - lifetime(time)) / 1000 }]),
      gauge('rabbitmq_queue_messages', 'Sum of ready and unacknowledged messages - total queue depth', [
        { read: (time) => backlog(time) + inWork(time) },
      ]),
      gauge('rabbitmq_queue_messages_ready', 'Messages ready to be delivered to consumers', [{ read: backlog }]),
      gauge('rabbitmq_queue_messages_unacked', 'Messages delivered to consumers but not yet acknowledged', [
        { read: inWork },
      ]),
      gauge('rabbitmq_queue_consumers', 'Consumers on a queue', [{ read: () => 11 }]),
      gauge('rabbitmq_queues', 'Queues available', [{ read: () => 7 }]),
      count('rabbitmq_connections', 'Connections currently open', [{ level: level('connections', 14) }]),
      count('rabbitmq_channels', 'Channels currently open', [{ level: level('channels', 22) }]),
      gauge('rabbitmq_consumers', 'Consumers currently connected', [{ read: () => 11 }]),
      counter('rabbitmq_connections_opened_total', 'Total number of connections opened', [
        { rate: plus(opened, constant(0.001)) },
      ]),
      counter('rabbitmq_connections_closed_total', 'Total number of connections closed or terminated', [
        { rate: opened },
      ]),
      counter('rabbitmq_channel_messages_published_total', 'Total number of messages published into an exchange', [
        { rate: published, pace: 'messages' },
      ]),
      counter('rabbitmq_channel_messages_delivered_ack_total', 'Total number of messages delivered to consumers', [
        { rate: taken, pace: 'messages' },
      ]),
      counter('rabbitmq_channel_messages_acked_total', 'Total number of messages acknowledged by consumers', [
        { rate: times(taken, 0.999), pace: 'messages' },
      ]),
      counter('rabbitmq_channel_messages_redelivered_total', 'Total number of messages redelivered to consumers', [
        { rate: times(published, 0.004), pace: 'messages' },
      ]),
      counter('rabbitmq_global_messages_received_total', 'Total number of messages received from publishers', [
        { labels: amqp, rate: published, pace: 'messages' },
      ]),
      counter('rabbitmq_global_messages_delivered_total', 'Total number of messages delivered to consumers', [
        { labels: { ...amqp, queue_type: 'rabbit_classic_queue' }, rate: taken, pace: 'messages' },
      ]),
      count('rabbitmq_process_resident_memory_bytes', 'Memory used in bytes', [{ level: level('memory', 1.6e8, 0.1) }]),
      gauge('rabbitmq_resident_memory_limit_bytes', 'Memory high watermark in bytes', [{ read: () => 1.6 * gibibyte }]),
      gauge('rabbitmq_disk_space_available_bytes', 'Disk space available in bytes', [{ read: () => 71 * gibibyte }]),
      gauge('rabbitmq_disk_space_available_limit_bytes', 'Free disk space low watermark in bytes', [
        { read: () => 50_000_000 },
      ]),
      count('rabbitmq_process_open_fds', 'Open file descriptors', [{ level: level('fds', 48) }]),
      gauge('rabbitmq_process_max_fds', 'Open file descriptors limit', [{ read: () => 1_048_576 }]),
    ],
  };
}
