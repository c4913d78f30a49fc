import { during, rhythm, type Signal, times } from '../signal.ts';
import type { FleetTarget, MetricFamily } from '../types.ts';
import { type Context, familiesOf, gibibyte, ownLifetime } from './context.ts';

const server = 'postgres:5432';

interface Database {
  readonly datid: string;
  readonly datname: string;
  /** Of the load of the application's own database. */
  readonly share: number;
  readonly bytes: number;
}

const databases: readonly Database[] = [
  { datid: '16384', datname: 'gtvision', share: 1, bytes: 6.2 * gibibyte },
  { datid: '5', datname: 'postgres', share: 0.01, bytes: 7_844_143 },
  { datid: '1', datname: 'template1', share: 0, bytes: 7_844_143 },
  { datid: '4', datname: 'template0', share: 0, bytes: 7_471_619 },
];

/** Counters of pg_stat_database: help, and how many there are to a committed transaction. */
const perTransaction: Readonly<Record<string, readonly [help: string, factor: number]>> = {
  xact_commit: ['Number of transactions in this database that have been committed', 1],
  xact_rollback: ['Number of transactions in this database that have been rolled back', 0.006],
  blks_hit: ['Number of times disk blocks were found already in the buffer cache', 46],
  blks_read: ['Number of disk blocks read in this database', 0.5],
  tup_returned: ['Number of rows returned by queries in this database', 310],
  tup_fetched: ['Number of rows fetched by queries in this database', 38],
  tup_inserted: ['Number of rows inserted by queries in this database', 0.9],
  tup_updated: ['Number of rows updated by queries in this database', 0.35],
  tup_deleted: ['Number of rows deleted by queries in this database', 0.1],
  deadlocks: ['Number of deadlocks detected in this database', 0.000002],
  temp_bytes: ['Total amount of data written to temporary files by queries in this database', 220],
};

const lockShares: Readonly<Record<string, number>> = {
  accesssharelock: 9,
  rowsharelock: 0.6,
  rowexclusivelock: 3.5,
  shareupdateexclusivelock: 0.1,
  sharelock: 0,
  exclusivelock: 0.2,
  accessexclusivelock: 0,
};

/** postgres_exporter. The backend's slow spell is seen here as sessions that pile up and block reads. */
export function postgresTarget(context: Context): FleetTarget {
  const instance = 'postgres-exporter:9187';
  const slow = context.incidents.slowResponses;
  const { counter, gauge, count } = familiesOf(context, instance, ownLifetime(context, instance, 5 * 24));
  const level = (seed: string, mean: number, waver = 0.2) =>
    rhythm({ seed: `${context.seed} ${instance} ${seed}`, mean, daily: 0.35, weekly: 0.12, waver });

  const transactions = level('transactions', 64);
  const idle = level('idle', 17);
  const active = during(level('active', 3.2, 0.3), slow, 7);
  const inTransaction = during(level('in transaction', 1.1, 0.3), slow, 6);
  const whole = (signal: Signal, share: number) => (time: number) => Math.round(signal.at(time) * share);
  const states = { active, idle, 'idle in transaction': inTransaction };
  const labelsOf = ({ datid, datname }: Database) => ({ datid, datname, server });

  const statistics = Object.entries(perTransaction).map(
    ([name, [help, factor]]): MetricFamily =>
      counter(
        `pg_stat_database_${name}`,
        help,
        databases.map((database) => ({
          labels: labelsOf(database),
          rate: times(name === 'blks_read' ? during(transactions, slow, 25) : transactions, factor * database.share),
        })),
      ),
  );
  const setting = (name: string, help: string, value: number) =>
    gauge(`pg_settings_${name}`, help, [{ labels: { server }, read: () => value }]);

  return {
    job: 'postgres',
    instance,
    metricsPath: '/metrics',
    isUpAt: () => true,
    families: [
      gauge('pg_up', 'Whether the last scrape of metrics from PostgreSQL was able to connect to the server', [
        { read: () => 1 },
      ]),
      gauge('pg_static', 'Version string as reported by postgres', [
        { labels: { server, short_version: '15.5.0', version: 'PostgreSQL 15.5' }, read: () => 1 },
      ]),
      setting('max_connections', 'Sets the maximum number of concurrent connections.', 100),
      setting('shared_buffers_bytes', 'Sets the number of shared memory buffers used by the server.', 2 * gibibyte),
      gauge(
        'pg_stat_database_numbackends',
        'Number of backends currently connected to this database',
        databases.map((database) => ({
          labels: labelsOf(database),
          read: (time) => Object.values(states).reduce((sum, state) => sum + whole(state, database.share)(time), 0),
        })),
      ),
      ...statistics,
      gauge(
        'pg_stat_activity_count',
        'number of connections in this state',
        databases.flatMap(({ datname, share }) =>
          Object.entries(states).map(([state, signal]) => ({
            labels: { datname, server, state },
            read: whole(signal, share),
          })),
        ),
      ),
      count(
        'pg_database_size_bytes',
        'Disk space used by the database',
        databases.map(({ datname, bytes }) => ({ labels: { datname, server }, read: () => bytes })),
      ),
      gauge(
        'pg_locks_count',
        'Number of locks',
        databases.flatMap(({ datname, share }) =>
          Object.entries(lockShares).map(([mode, factor]) => ({
            labels: { datname, mode, server },
            read: whole(active, (factor * share) / 3),
          })),
        ),
      ),
      counter('pg_stat_bgwriter_checkpoints_timed_total', 'Number of scheduled checkpoints that have been performed', [
        { labels: { server }, rate: times(level('checkpoints', 1), 1 / 300) },
      ]),
      counter('pg_stat_bgwriter_buffers_alloc_total', 'Number of buffers allocated', [
        { labels: { server }, rate: times(transactions, 0.7) },
      ]),
    ],
  };
}
