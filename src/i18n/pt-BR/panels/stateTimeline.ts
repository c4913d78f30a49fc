import type { stateTimeline as english } from '../../en/panels/stateTimeline.ts';
import type { Widen } from '../../messages.ts';

export const stateTimeline: Widen<typeof english> = {
  rows: (count) => (count === 1 ? '1 linha.' : `${count} linhas.`),
  ended: (name, time) => `${name}: terminou às ${time}.`,
  is: (name, state, since) => `${name}: ${state}${since && ` ${since}`}.`,
  others: (count) => (count === 1 ? 'E mais 1.' : `E mais ${count}.`),
  state: 'Estado',
  from: 'De',
  to: 'Até',
  duration: 'Duração',
};
