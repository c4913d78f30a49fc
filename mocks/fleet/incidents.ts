import type { Windows } from './windows.ts';

const minute = 60_000;
const cycle = 6 * 60 * minute;

/** Minutes of each six-hour cycle (from 00:00, 06:00, 12:00, 18:00 UTC) in which something is wrong: from, to. */
const script = {
  noStreams: [15, 40],
  serverErrors: [60, 80],
  camerasOffline: [100, 125],
  slowResponses: [140, 160],
  brokerDown: [180, 188],
  recordingFailures: [210, 230],
  highCpu: [245, 265],
  highMemory: [280, 300],
  fullDisk: [315, 345],
} as const satisfies Record<string, readonly [number, number]>;

export type IncidentName = keyof typeof script;
export type Incidents = Readonly<Record<IncidentName, Windows>>;

/** `scripted`: at known hours of every day. `none`: never, for those who need a quiet system at any hour. */
export type IncidentScript = 'scripted' | 'none';

export function createIncidents(mode: IncidentScript): Incidents {
  const windows = (name: IncidentName): Windows => {
    const [from, to] = script[name];
    return { period: cycle, offset: from * minute, length: mode === 'none' ? 0 : (to - from) * minute };
  };
  return {
    noStreams: windows('noStreams'),
    serverErrors: windows('serverErrors'),
    camerasOffline: windows('camerasOffline'),
    slowResponses: windows('slowResponses'),
    brokerDown: windows('brokerDown'),
    recordingFailures: windows('recordingFailures'),
    highCpu: windows('highCpu'),
    highMemory: windows('highMemory'),
    fullDisk: windows('fullDisk'),
  };
}
