import { familiesOf, ownLifetime } from '../context.ts';
import type { Families } from '../families.ts';
import { hash01, seedOf } from '../noise.ts';
import { constant, rhythm, times } from '../signal.ts';
import type { FleetTarget, MetricFamily } from '../types.ts';
import type { Camera } from './cameras.ts';
import type { Context } from './context.ts';

/** A session's id as MediaMTX makes it: a UUID, here the same for the same seed. */
function sessionId(seed: string): string {
  const key = seedOf(seed);
  const hex = Array.from({ length: 32 }, (_, i) => Math.floor(hash01(key, i) * 16).toString(16)).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
}

/** Paths: one a camera. The series of a path's other state are absent, as the server writes only the present one. */
function pathFamilies(families: Families, seed: string, cameras: readonly Camera[]): MetricFamily[] {
  const paths = cameras.flatMap((camera) => {
    const mean = 250_000 + 300_000 * hash01(seedOf(`${seed} ${camera.name}`), 0);
    const bitrate = rhythm({ seed: `${seed} ${camera.name}`, mean, daily: 0.1, waver: 0.2 });
    return (['ready', 'notReady'] as const).map((state) => ({
      camera,
      bitrate: state === 'ready' ? bitrate : constant(0),
      labels: { name: camera.name, state },
      presentAt: (time: number) => camera.isOnlineAt(time) === (state === 'ready'),
    }));
  });
  const bytes = (name: string, factor: number) =>
    families.counter(
      name,
      '',
      paths.map(({ camera, bitrate, labels, presentAt }) => ({
        labels,
        rate: times(bitrate, factor),
        pace: camera.name,
        lifetime: camera.connected,
        presentAt,
      })),
      'untyped',
    );
  const gauge = (name: string, value: (camera: Camera, time: number) => number) =>
    families.gauge(
      name,
      '',
      paths.map(({ camera, labels, presentAt }) => ({
        labels,
        read: (time) => (presentAt(time) ? value(camera, time) : null),
      })),
      'untyped',
    );
  const watching = rhythm({ seed: `${seed} readers`, mean: 1.6, daily: 0.3, waver: 0.5 });
  return [
    gauge('paths', () => 1),
    bytes('paths_bytes_received', 1),
    bytes('paths_bytes_sent', 1.7),
    gauge('paths_readers', (camera, time) => (camera.isOnlineAt(time) ? Math.round(watching.at(time)) : 0)),
  ];
}

/** MediaMTX, whose metrics have neither TYPE nor HELP. */
export function mediamtxTarget(context: Context, cameras: readonly Camera[]): FleetTarget {
  const instance = 'mediamtx:9998';
  const seed = `${context.seed} ${instance}`;
  const families = familiesOf(context, instance, ownLifetime(context, instance, 9 * 24));
  const muxers = cameras.filter((_, i) => i % 8 === 0).map(({ name }) => ({ name }));
  const sessions = (kind: string, count: number) =>
    Array.from({ length: count }, (_, i) => ({ id: sessionId(`${seed} ${kind} ${i}`), state: 'read' }));
  const rtsp = sessions('rtsp', 4);
  const webrtc = sessions('webrtc', 6);
  const ones = (name: string, all: readonly Readonly<Record<string, string>>[]) =>
    families.gauge(
      name,
      '',
      all.map((labels) => ({ labels, read: () => 1 })),
      'untyped',
    );
  const bytes = (name: string, all: readonly Readonly<Record<string, string>>[], mean: number) =>
    families.counter(
      name,
      '',
      all.map((labels, i) => ({
        labels,
        rate: rhythm({ seed: `${seed} ${name} ${i}`, mean, daily: 0.2, waver: 0.2 }),
      })),
      'untyped',
    );
  return {
    job: 'mediamtx',
    instance,
    metricsPath: '/metrics',
    isUpAt: () => true,
    families: [
      ...pathFamilies(families, seed, cameras),
      ones('hls_muxers', muxers),
      bytes('hls_muxers_bytes_sent', muxers, 420_000),
      ones(
        'rtsp_conns',
        rtsp.map(({ id }) => ({ id })),
      ),
      ones('rtsp_sessions', rtsp),
      bytes('rtsp_sessions_bytes_received', rtsp, 900),
      bytes('rtsp_sessions_bytes_sent', rtsp, 380_000),
      ones('webrtc_sessions', webrtc),
      bytes('webrtc_sessions_bytes_received', webrtc, 1_400),
      bytes('webrtc_sessions_bytes_sent', webrtc, 310_000),
      families.gauge('rtmp_conns', '', [{ read: () => 0 }], 'untyped'),
      families.gauge('srt_conns', '', [{ read: () => 0 }], 'untyped'),
    ],
  };
}
