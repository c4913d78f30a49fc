import type { Messages } from '../../messages.ts';

const trends = { rising: 'subindo', falling: 'caindo', steady: 'estável' } as const;

export const timeseries: Messages['panels']['timeseries'] = {
  time: 'Horário',
  count: (series) => (series === 1 ? '1 série.' : `${series} séries.`),
  course: (name, last, min, max, trend) => `${name}: ${last}, entre ${min} e ${max}, ${trends[trend]}.`,
  noFigures: (name) => `${name}: nenhum valor neste período.`,
  others: (count) => (count === 1 ? 'E mais 1.' : `E mais ${count}.`),
};
