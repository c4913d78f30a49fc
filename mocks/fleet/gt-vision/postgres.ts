import { gibibyte } from '../context.ts';
import { postgresTarget } from '../exporters/postgres.ts';
import type { FleetTarget } from '../types.ts';
import type { Context } from './context.ts';

/** The database of GT-Vision. The backend's slow spell is seen here as sessions that pile up and block reads. */
export function databaseTarget(context: Context): FleetTarget {
  return postgresTarget(context, {
    job: 'postgres',
    instance: 'postgres-exporter:9187',
    server: 'postgres:5432',
    database: { name: 'gtvision', bytes: () => 6.2 * gibibyte },
    transactions: 64,
    sessions: { active: 3.2, idle: 17, inTransaction: 1.1 },
    maxConnections: 100,
    slow: context.incident('slowResponses'),
  });
}
