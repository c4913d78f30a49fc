import { minute } from '../context.ts';
import { isInside, type Lifetime, restartedAfter, restartedEvery, type Windows } from '../windows.ts';
import type { Context } from './context.ts';

export interface Camera {
  /** The name of its MediaMTX path. */
  readonly name: string;
  isOnlineAt(time: number): boolean;
  /** When its present connection was made; of use only while it is online. */
  readonly connected: Lifetime;
}

const cameraCount = 48;
/** Never reached: a broken lens and a camera still in its box. */
const dead = new Set([5, 12]);
/** Bad cables: for some minutes of every so many. */
const flapping: ReadonlyMap<number, Windows> = new Map([
  [18, { period: 47 * minute, offset: 11 * minute, length: 4 * minute }],
  [24, { period: 83 * minute, offset: 30 * minute, length: 6 * minute }],
  [39, { period: 131 * minute, offset: 70 * minute, length: 9 * minute }],
]);
/** The cameras behind the one switch that fails in the incident: with the dead ones 14 of 48. */
const behindOneSwitch = { from: 26, to: 37 };

function camera(number: number, context: Context): Camera {
  const never: Windows = { period: minute, offset: 0, length: 0 };
  const flaps = flapping.get(number) ?? never;
  const affected = number >= behindOneSwitch.from && number <= behindOneSwitch.to;
  const incident = affected ? context.incident('camerasOffline') : never;
  const since = restartedEvery(9 * 24 * 60 * minute, 0);
  return {
    name: `camera-${String(number).padStart(2, '0')}`,
    isOnlineAt: (time) => !dead.has(number) && !isInside(flaps, time) && !isInside(incident, time),
    connected: restartedAfter(incident, restartedAfter(flaps, since)),
  };
}

/** The 48 cameras of the installation, `camera-01` to `camera-48`. */
export function createCameras(context: Context): readonly Camera[] {
  return Array.from({ length: cameraCount }, (_, i) => camera(i + 1, context));
}

export function onlineCount(cameras: readonly Camera[], time: number): number {
  return cameras.reduce((sum, { isOnlineAt }) => sum + (isOnlineAt(time) ? 1 : 0), 0);
}
