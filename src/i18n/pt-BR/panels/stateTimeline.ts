import type { Messages } from '../../messages.ts';

export const stateTimeline: Messages['panels']['stateTimeline'] = {
  rows: (count) => (count === 1 ? '1 linha.' : `${count} linhas.`),
  ended: (name, time) => `${name}: terminou às ${time}.`,
  is: (name, state, since) => `${name}: ${state}${since && ` ${since}`}.`,
  others: (count) => (count === 1 ? 'E mais 1.' : `E mais ${count}.`),
  state: 'Estado',
  from: 'De',
  to: 'Até',
  duration: 'Duração',
};
