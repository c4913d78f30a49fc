import type { discovery as english } from '../../en/pages/discovery.ts';
import type { Widen } from '../../messages.ts';

export const discovery: Widen<typeof english> = {
  title: 'Descoberta de serviços',
  loading: 'Consultando o que foi descoberto',
  choice: { label: 'Mostrar', all: 'Todos', kept: 'Mantidos', dropped: 'Descartados' },
  sum: (kept, dropped) =>
    `${kept} ${kept === 1 ? 'mantido' : 'mantidos'}, ${dropped} ${dropped === 1 ? 'descartado' : 'descartados'}`,
  dropsHidden: 'Servidores informam só parte do que descartaram (keep_dropped_targets).',
  none: 'Nada foi descoberto.',
  noMatch: 'Nada do que foi descoberto corresponde ao filtro.',
  pool: (kept, total) => `${kept} de ${total} mantidos`,
  tones: { ok: 'Com alvos mantidos', neutral: 'Todos descartados' },
  target: { kept: 'Mantido', dropped: 'Descartado' },
  discovered: 'Como descoberto',
  final: 'Depois do relabelling',
  change: { added: 'novo', changed: 'mudado', removed: 'removido' },
  dropped:
    'Descartado pelo relabelling: uma regra em relabel_configs deste pool, com a ação keep ou drop, decidiu assim. O servidor não diz qual.',
};
