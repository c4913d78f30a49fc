import type { SystemContext } from '../context.ts';
import type { IncidentScript } from '../incidents.ts';
import { type RhythmOptions, rhythm, type Signal } from '../signal.ts';

export type IncidentName = 'applicationDown' | 'highCpu' | 'databaseCrowded' | 'sourceSilent';

export type Context = SystemContext<IncidentName>;

/** What goes wrong, and when: see the README for the alert that each raises. */
export const incidentScript: IncidentScript<IncidentName> = {
  applicationDown: [95, 102],
  highCpu: [150, 172],
  databaseCrowded: [225, 250],
  sourceSilent: [285, 345],
};

/** A music kiosk is busiest on Saturdays at 21:00 in São Paulo, which is Sunday 00:00 UTC, and nearly alone at dawn. */
export function kioskRhythm(options: RhythmOptions): Signal {
  return rhythm({ daily: 0.5, peakHour: 0, weekly: 0.2, peakDay: 0, waver: 0.2, ...options });
}
