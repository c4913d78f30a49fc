import { familiesOf, minute, ownLifetime } from '../context.ts';
import { type IncidentMode, scriptedIncidents } from '../incidents.ts';
import { hash01, seedOf } from '../noise.ts';
import { constant, inside, plus, type Signal, times } from '../signal.ts';
import type { MetricFamily } from '../types.ts';
import { firstWindow, isInside, restartedAfter, type Windows } from '../windows.ts';
import { type CollectorPlace, collectorFamilies } from './collector.ts';
import { type Context, incidentScript } from './context.ts';

/** What becomes of a push that is due: taken, answered 400, or never sent. */
export type PushOutcome = 'accepted' | 'refused' | 'unsent';

/** A collector that pushes: one group of the Pushgateway. */
export interface CollectorGroup {
  readonly job: string;
  readonly instance: string;
  /** Milliseconds between two pushes. */
  readonly interval: number;
  /** What the collector's registry holds at any time. The Pushgateway holds what it held at the last push. */
  readonly families: readonly MetricFamily[];
  /** The newest moment up to epoch ms at which a push was due. */
  dueAt(time: number): number;
  /** What becomes of the push that is due at epoch ms. */
  outcomeAt(time: number): PushOutcome;
  /** When the newest push up to epoch ms was taken. */
  lastPush(time: number): number;
  /** When the newest push up to epoch ms was refused; null: none ever was. */
  lastRefusal(time: number): number | null;
  /** How many of its pushes reach the Pushgateway a second, by what it answers. */
  readonly answered: Readonly<Record<Exclude<PushOutcome, 'unsent'>, Signal>>;
}

export interface PushSettings {
  /** The label job of the groups; as documented if not said. */
  readonly job?: string;
  /** Milliseconds between two pushes of a collector; a minute if not said. */
  readonly interval?: number;
}

interface Troubles {
  /** No push is sent, or none arrives. */
  readonly unsent: readonly Windows[];
  readonly refused: readonly Windows[];
}

type Schedule = Omit<CollectorGroup, 'job' | 'instance' | 'families'>;

/** When a collector pushes: every `interval` ms, at a moment of its own, troubles excepted. */
function pushSchedule(key: number, interval: number, { unsent, refused }: Troubles): Schedule {
  const phase = Math.floor(hash01(key, 0) * interval);
  const dueAt = (time: number) => Math.floor((time - phase) / interval) * interval + phase;
  const around = (windows: readonly Windows[], time: number) => windows.find((one) => isInside(one, time));

  const lastPush = (time: number): number => {
    const due = dueAt(time);
    const trouble = around(unsent, due) ?? around(refused, due);
    return trouble === undefined ? due : lastPush(firstWindow(trouble, due) - 1);
  };
  const lastIn = (windows: Windows, time: number): number | null => {
    if (windows.length === 0) return null;
    const next = firstWindow(windows, time);
    const start = next <= time ? next : next - windows.period;
    const due = dueAt(Math.min(time, start + windows.length - 1));
    return due >= start ? due : null;
  };
  const due = constant(1000 / interval);
  const during = (windows: readonly Windows[], rate: Signal) => plus(...windows.map((one) => inside(one, rate)));
  return {
    interval,
    answered: {
      accepted: plus(due, during([...unsent, ...refused], times(due, -1))),
      refused: during(refused, due),
    },
    dueAt,
    outcomeAt: (time) => {
      if (around(unsent, time)) return 'unsent';
      return around(refused, time) ? 'refused' : 'accepted';
    },
    lastPush,
    lastRefusal: (time) => {
      const times = refused.flatMap((windows) => lastIn(windows, time) ?? []);
      return times.length === 0 ? null : Math.max(...times);
    },
  };
}

/** The two collectors as they are, whether anybody asks them or they push. */
function placesOf({ incident }: Context): readonly (CollectorPlace & { readonly troubles: Troubles })[] {
  const gone = [incident('gatewayRestart')];
  return [
    {
      instance: '0.0.0.0:5000',
      target: 'virginia',
      share: 1,
      sources: { sao_paulo: 0.146, fortaleza: 0.118 },
      unavailable: 'mysql',
      troubles: { unsent: [...gone, incident('silentCollector')], refused: [] },
    },
    {
      instance: '10.20.0.15:5000',
      target: 'frankfurt',
      share: 0.4,
      sources: { sao_paulo: 0.212, lisboa: 0.041 },
      slow: 'mongodb',
      restart: incident('collectorRestart'),
      troubles: { unsent: [...gone, incident('collectorRestart')], refused: [incident('refusedPushes')] },
    },
  ];
}

/** The groups that the collectors of `context` push. */
export function groupsOf(
  context: Context,
  { job = 'collector_api', interval = minute }: PushSettings,
): CollectorGroup[] {
  return placesOf(context).map(({ troubles, ...place }) => {
    const { instance, restart } = place;
    const own = ownLifetime(context, instance, 9 * 24);
    const lifetime = restart ? restartedAfter(restart, own) : own;
    const families = collectorFamilies(context, place, familiesOf(context, instance, lifetime), lifetime);
    return { job, instance, families, ...pushSchedule(seedOf(`${context.seed} ${instance}`), interval, troubles) };
  });
}

/**
 * The collectors of the fleet with this seed, for those who push in their place: every time `dueAt(now)` moves on, the
 * text of `families` goes to `/metrics/job/<job>/instance/<instance>`, as `outcomeAt` tells.
 */
export function collectorGroups(
  seed = '',
  mode: IncidentMode = 'scripted',
  settings: PushSettings = {},
): CollectorGroup[] {
  return groupsOf({ seed: `collector-api${seed}`, incident: scriptedIncidents(incidentScript, mode) }, settings);
}
