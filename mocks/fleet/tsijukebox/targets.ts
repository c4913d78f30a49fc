import { gibibyte } from '../context.ts';
import { nodeTarget } from '../exporters/node.ts';
import { postgresTarget } from '../exporters/postgres.ts';
import { type IncidentMode, scriptedIncidents } from '../incidents.ts';
import type { FleetTarget } from '../types.ts';
import { never } from '../windows.ts';
import { applicationTarget } from './application.ts';
import { type Context, incidentScript } from './context.ts';

/** The database. It is crowded while queries hang: sessions pile up, and with them the locks they hold. */
function databaseTarget(context: Context): FleetTarget {
  return postgresTarget(context, {
    job: 'tsijukebox-postgres',
    instance: 'tsijukebox-postgres:9187',
    server: 'localhost:5432',
    database: { name: 'jukebox', bytes: () => 0.34 * gibibyte },
    transactions: 11,
    sessions: { active: 2, idle: 9, inTransaction: 0.8 },
    maxConnections: 100,
    slow: context.incident('databaseCrowded'),
    pileUp: { windows: context.incident('databaseCrowded'), active: 52 },
    clients: [
      { usename: 'jukebox', application_name: 'tsijukebox-api', share: 0.7 },
      { usename: 'jukebox', application_name: 'tsijukebox-sync', share: 0.3 },
    ],
    more: ({ gauge }, lifetime, labels) => [
      gauge('pg_postmaster_start_time_seconds', 'Time at which postmaster started', [
        { labels, read: (time) => lifetime(time) / 1000 },
      ]),
      gauge('pg_postmaster_uptime_seconds', 'Time since postmaster started', [
        { labels, read: (time) => Math.floor((time - lifetime(time)) / 1000) },
      ]),
    ],
  });
}

/** The one host that the kiosk's containers run on. */
function hostTarget(context: Context): FleetTarget {
  return nodeTarget(context, {
    job: 'tsijukebox-node',
    instance: 'tsijukebox-node:9100',
    nodename: 'jukebox-01',
    highCpu: context.incident('highCpu'),
    highMemory: never,
  });
}

/** All that Prometheus scrapes of TSiJUKEBOX, in the order of its configuration. */
export function tsijukeboxTargets(seed: string, mode: IncidentMode): FleetTarget[] {
  const context: Context = { seed, incident: scriptedIncidents(incidentScript, mode) };
  return [applicationTarget(context), databaseTarget(context), hostTarget(context)];
}
