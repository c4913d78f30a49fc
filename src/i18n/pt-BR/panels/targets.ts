import type { targets as english } from '../../en/panels/targets.ts';
import type { Widen } from '../../messages.ts';

export const targets: Widen<typeof english> = {
  none: 'Este servidor não coleta de nenhum alvo.',
  up: (up, total) => (total === 0 ? 'nenhum alvo' : `${up} de ${total} no ar`),
  health: { up: 'no ar', down: 'fora do ar', unknown: 'ainda sem coleta' },
  scraped: (age) => `coletado há ${age}`,
  neverScraped: 'nunca coletado',
  summary: (up, down) => (down.length === 0 ? `${up}.` : `${up}. Fora do ar: ${down.join(', ')}.`),
  columns: { job: 'Job', instance: 'Alvo', health: 'Saúde', scraped: 'Última coleta', error: 'Último erro' },
};
