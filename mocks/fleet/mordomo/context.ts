import { hour, type SystemContext } from '../context.ts';
import type { IncidentScript } from '../incidents.ts';
import type { Windows } from '../windows.ts';

export type IncidentName =
  | 'ttsDown'
  | 'brainBusy'
  | 'verificationLeak'
  | 'jetStreamFull'
  | 'whisperSlow'
  | 'connectionsLeak'
  | 'rootFull'
  | 'brainErrors';

export type Context = SystemContext<IncidentName>;

/** What goes wrong, and when: see the README for the alert that each raises. */
export const incidentScript: IncidentScript<IncidentName> = {
  ttsDown: [20, 30],
  brainBusy: [55, 75],
  verificationLeak: [105, 125],
  jetStreamFull: [150, 165],
  whisperSlow: [185, 210],
  connectionsLeak: [235, 250],
  rootFull: [285, 305],
  brainErrors: [325, 345],
};

export const never: Windows = { period: hour, offset: 0, length: 0 };
