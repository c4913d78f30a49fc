import type { targets as english } from '../../en/pages/targets.ts';
import type { Widen } from '../../messages.ts';

export const targets: Widen<typeof english> = {
  title: 'Alvos',
  loading: 'Consultando os alvos',
  choice: { label: 'Mostrar', all: 'Todos', unhealthy: 'Fora do ar', dropped: 'Descartados' },
  sum: (up, down, unknown) =>
    [`${up} no ar`, `${down} fora do ar`, ...(unknown > 0 ? [`${unknown} ainda sem coleta`] : [])].join(', '),
  none: 'Este servidor não coleta de nenhum alvo.',
  allUp: 'Todos os alvos estão no ar.',
  noMatch: 'Nenhum alvo corresponde ao filtro.',
  up: (up, total) => `${up} de ${total} no ar`,
  board: 'Dashboard',
  boardOf: (job) => `Dashboard de ${job}`,
  tones: { critical: 'Com alvos fora do ar', info: 'Com alvos ainda sem coleta', ok: 'Todos no ar' },
  health: { up: 'No ar', down: 'Fora do ar', unknown: 'Ainda sem coleta' },
  scraped: (age) => `há ${age}`,
  never: 'nunca coletado',
  took: (duration, interval) =>
    interval === null
      ? `A última coleta levou ${duration}`
      : `A última coleta levou ${duration}; há uma a cada ${interval}`,
  discovered: (name) => `Rótulos de ${name} como descobertos`,
  discoveredLabels: 'Como descobertos',
  dropped: (count) =>
    count === 0
      ? 'O relabelling não descarta nenhum alvo.'
      : `${count} ${count === 1 ? 'alvo descoberto e descartado' : 'alvos descobertos e descartados'} pelo relabelling.`,
};
