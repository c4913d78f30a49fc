import { gibibyte, hour, mebibyte } from '../context.ts';
import { postgresTarget } from '../exporters/postgres.ts';
import type { Families } from '../families.ts';
import { during, rhythm, times } from '../signal.ts';
import type { FleetTarget, MetricFamily } from '../types.ts';
import type { Lifetime } from '../windows.ts';
import { type Context, never } from './context.ts';

/** Statements by their id: how often a second, and how many seconds each takes. */
const statements: Readonly<Record<string, readonly [rate: number, seconds: number]>> = {
  '-3718925440018376251': [3.1, 0.0021],
  '-905513267716843920': [0.12, 0.083],
  '1290336804118559827': [6.4, 0.0009],
  '4417062938805127743': [0.9, 0.014],
  '7820415523961008417': [0.02, 0.41],
};

const archiving = 28 * 24 * hour;

/** Conversations pile up, ten mebibytes an hour on average, until every four weeks the old ones are archived. */
function databaseBytes({ seed }: Context): (time: number) => number {
  const growth = rhythm({ seed: `${seed} growth`, mean: (10 * mebibyte) / 3600, daily: 0.4, waver: 0.3 });
  return (time) => 2.1 * gibibyte + growth.integral(Math.floor(time / archiving) * archiving, time);
}

/** What a custom query over pg_stat_statements gives, and what the exporter's own collector does. */
function statementFamilies(
  context: Context,
  families: Families,
  lifetime: Lifetime,
  server: { readonly server: string },
): MetricFamily[] {
  const all = Object.entries(statements).map(([queryid, [rate, seconds]]) => {
    const calls = rhythm({ seed: `${context.seed} ${queryid}`, mean: rate, daily: 0.4, waver: 0.25 });
    const time = during(times(calls, seconds), context.incident('connectionsLeak'), 3);
    return { labels: { ...server, datname: 'mordomo', queryid, user: 'mordomo' }, calls, time };
  });
  return [
    families.counter(
      'pg_stat_statements_calls_total',
      'Number of times executed',
      all.map(({ labels, calls }) => ({ labels, rate: calls })),
    ),
    families.seconds(
      'pg_stat_statements_seconds_total',
      'Total time spent in the statement, in seconds',
      all.map(({ labels, time }) => ({ labels, rate: time })),
    ),
    families.gauge(
      'pg_stat_statements_mean_exec_time_seconds',
      'Mean time spent in the statement since its statistics were reset, in seconds',
      all.map(({ labels, calls, time }) => ({
        labels,
        read: (now) => {
          const count = calls.integral(lifetime(now), now);
          return count < 1 ? null : time.integral(lifetime(now), now) / count;
        },
      })),
    ),
  ];
}

/** The database of Mordomo, whose connection pool leaks in the incident. */
export function databaseTarget(context: Context): FleetTarget {
  return postgresTarget(context, {
    job: 'mordomo-postgres',
    instance: 'postgres-exporter:9187',
    server: 'postgres:5432',
    database: { name: 'mordomo', bytes: databaseBytes(context) },
    transactions: 11,
    sessions: { active: 2.4, idle: 19, inTransaction: 0.8 },
    maxConnections: 100,
    slow: never,
    crowded: context.incident('connectionsLeak'),
    more: (families, lifetime, server) => statementFamilies(context, families, lifetime, server),
  });
}
