import { familiesOf, gibibyte, minute, ownLifetime, type Seeded } from '../context.ts';
import type { Families } from '../families.ts';
import { constant, during, inside, plus, rhythm, type Signal, times } from '../signal.ts';
import type { FleetTarget, MetricFamily } from '../types.ts';
import { type Lifetime, swell, type Windows } from '../windows.ts';

export interface PostgresOptions {
  readonly job: string;
  readonly instance: string;
  /** `host:port` of the database server, the label of most series. */
  readonly server: string;
  /** The application's own database; those that every server has are added. */
  readonly database: { readonly name: string; readonly bytes: (time: number) => number };
  /** Transactions a second, on average. */
  readonly transactions: number;
  /** Sessions, on average; in an incident they pile up seven times as high. */
  readonly sessions: { readonly active: number; readonly idle: number; readonly inTransaction: number };
  readonly maxConnections: number;
  /** While this lasts sessions pile up and blocks are read from disk. */
  readonly slow: Windows;
  /** While this lasts so many sessions more are active. */
  readonly pileUp?: { readonly windows: Windows; readonly active: number };
  /** Who the sessions are of, as shares that add up to 1: with them the exporter tells sessions apart, as 0.12 and later do. */
  readonly clients?: readonly { readonly usename: string; readonly application_name: string; readonly share: number }[];
  /** While this lasts idle sessions that nobody closes take nearly all connections. */
  readonly crowded?: Windows;
  /** What this server's exporter has beside the usual. */
  readonly more?: (families: Families, lifetime: Lifetime, labels: { readonly server: string }) => MetricFamily[];
}

interface Database {
  readonly datid: string;
  readonly datname: string;
  /** Of the load of the application's own database. */
  readonly share: number;
  readonly bytes: (time: number) => number;
}

const ofEveryServer: readonly Database[] = [
  { datid: '5', datname: 'postgres', share: 0.01, bytes: () => 7_844_143 },
  { datid: '1', datname: 'template1', share: 0, bytes: () => 7_844_143 },
  { datid: '4', datname: 'template0', share: 0, bytes: () => 7_471_619 },
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

/** postgres_exporter before one database server. */
export function postgresTarget(context: Seeded, options: PostgresOptions): FleetTarget {
  const { job, instance, server, sessions, slow, crowded, pileUp, maxConnections } = options;
  const lifetime = ownLifetime(context, instance, 5 * 24);
  const families = familiesOf(context, instance, lifetime);
  const { counter, gauge, count } = families;
  const level = (seed: string, mean: number, waver = 0.2) =>
    rhythm({ seed: `${context.seed} ${instance} ${seed}`, mean, daily: 0.35, weekly: 0.12, waver });

  const clients = options.clients ?? [{ share: 1 }];
  const { name, bytes } = options.database;
  const databases = [{ datid: '16384', datname: name, share: 1, bytes }, ...ofEveryServer];
  const transactions = level('transactions', options.transactions);
  const usuallyIdle = level('idle', sessions.idle);
  const idle = (time: number) => {
    const leaked = crowded ? swell(crowded, time, 8 * minute, minute) : 0;
    return usuallyIdle.at(time) * (1 - leaked) + 0.87 * maxConnections * leaked;
  };
  const usuallyActive = during(level('active', sessions.active, 0.3), slow, 7);
  const active = pileUp ? plus(usuallyActive, inside(pileUp.windows, constant(pileUp.active))) : usuallyActive;
  const inTransaction = during(level('in transaction', sessions.inTransaction, 0.3), slow, 6);
  const whole = (sessionsAt: Signal['at'], share: number) => (time: number) => Math.round(sessionsAt(time) * share);
  const states = { active: active.at, idle, 'idle in transaction': inTransaction.at };
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
    job,
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
      setting('max_connections', 'Sets the maximum number of concurrent connections.', maxConnections),
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
          Object.entries(states).flatMap(([state, sessionsAt]) =>
            clients.map(({ share: part, ...client }) => ({
              labels: { datname, server, state, ...client },
              read: whole(sessionsAt, share * part),
            })),
          ),
        ),
      ),
      count(
        'pg_database_size_bytes',
        'Disk space used by the database',
        databases.map(({ datname, bytes }) => ({ labels: { datname, server }, read: bytes })),
      ),
      gauge(
        'pg_locks_count',
        'Number of locks',
        databases.flatMap(({ datname, share }) =>
          Object.entries(lockShares).map(([mode, factor]) => ({
            labels: { datname, mode, server },
            read: whole(active.at, (factor * share) / 3),
          })),
        ),
      ),
      counter('pg_stat_bgwriter_checkpoints_timed_total', 'Number of scheduled checkpoints that have been performed', [
        { labels: { server }, rate: times(level('checkpoints', 1), 1 / 300) },
      ]),
      counter('pg_stat_bgwriter_buffers_alloc_total', 'Number of buffers allocated', [
        { labels: { server }, rate: times(transactions, 0.7) },
      ]),
      ...(options.more?.(families, lifetime, { server }) ?? []),
    ],
  };
}
