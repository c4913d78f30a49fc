import { familiesOf, hour, mebibyte, ownLifetime } from '../context.ts';
import { nodejsFamilies, nodejsMemory } from '../exporters/nodejs.ts';
import type { Families } from '../families.ts';
import { constant, during, inside, plus, times } from '../signal.ts';
import type { FleetTarget, MetricFamily } from '../types.ts';
import { isInside, restartedAfter } from '../windows.ts';
import { type Context, kioskRhythm } from './context.ts';
import { queryFamily, requestFamilies } from './web.ts';

/** Songs an hour, on average, by where they come from. */
const sources: Readonly<Record<string, number>> = { Spotify: 24, YouTube: 14, Local: 7 };

/** Songs by source. In the incident YouTube gives none; others play a bit more in its place. */
function songsFamily(context: Context, families: Families): MetricFamily {
  const silent = context.incident('sourceSilent');
  return families.counter(
    'tsijukebox_songs_played_total',
    'Total number of songs played',
    Object.entries(sources).map(([source, anHour]) => {
      const usual = kioskRhythm({ seed: `${context.seed} songs ${source}`, mean: anHour / (hour / 1000) });
      return { labels: { source }, rate: during(usual, silent, source === 'YouTube' ? 0 : 1.3) };
    }),
  );
}

/** The Node.js service itself. */
export function applicationTarget(context: Context): FleetTarget {
  const instance = 'tsijukebox:8080';
  const seed = `${context.seed} ${instance}`;
  const down = context.incident('applicationDown');
  const lifetime = restartedAfter(down, ownLifetime(context, instance, 52));
  const families = familiesOf(context, instance, lifetime);
  const screens = kioskRhythm({ seed: `${seed} screens`, mean: 16 });
  const errors = times(kioskRhythm({ seed: `${seed} errors`, mean: 1 }), 0.003);
  return {
    job: 'tsijukebox',
    instance,
    metricsPath: '/metrics',
    isUpAt: (time) => !isInside(down, time),
    families: [
      ...requestFamilies(context, families),
      families.count('tsijukebox_active_websocket_connections', 'Number of active WebSocket connections', [
        { level: screens },
      ]),
      songsFamily(context, families),
      families.counter('tsijukebox_errors_total', 'Total number of unhandled errors', [
        { rate: plus(errors, inside(context.incident('sourceSilent'), constant(0.12))) },
      ]),
      queryFamily(context, families),
      ...nodejsFamilies(seed, families, lifetime, {
        cpu: 0.14,
        memory: nodejsMemory(seed, lifetime, 96 * mebibyte),
        sockets: screens.at,
        strain: context.incident('highCpu'),
      }),
    ],
  };
}
