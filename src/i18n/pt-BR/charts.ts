import type { Messages } from '../messages.ts';

export const charts: Messages['charts'] = {
  pointer: (title) => `${title}: valores por horário`,
  moreSeries: (count) => (count === 1 ? 'e mais 1 série' : `e mais ${count} séries`),
  legend: (title) => `Séries de ${title}`,
  seriesColumn: 'série',
  statistics: { last: 'último', min: 'mín.', mean: 'média', max: 'máx.', sum: 'soma' },
  endedAt: (figure, time) => `${figure} às ${time}`,
  isolateHint: 'Clique: só esta série. Ctrl+clique: oculta ou mostra a série.',
  noData: 'sem dados',
  share: 'parte',
  total: 'total',
  since: (time) => `desde ${time}`,
  sinceBefore: (time) => `desde antes de ${time}`,
  between: (from, to) => `${from} a ${to}`,
  ended: (time) => `terminou às ${time}`,
  duration: 'duração',
  atLeast: (duration) => `pelo menos ${duration}`,
  rowsShown: (first, last, total) => `Linhas ${first} a ${last} de ${total}`,
  rowsBefore: 'Linhas anteriores',
  rowsAfter: 'Linhas seguintes',
  moreRows: (count, states) => `+${count}: ${states}`,
};
