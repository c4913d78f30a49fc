import type { Messages } from '../../messages.ts';

export const values: Messages['panels']['values'] = {
  absent: 'sem dados',
  ended: (age) => `terminou há ${age}`,
  down: (age) => (age === null ? 'alvo fora do ar' : `alvo fora do ar há ${age}`),
  nan: 'não é um número',
  tones: { ok: 'ok', info: 'informação', warning: 'aviso', critical: 'crítico', neutral: 'neutro' },
  showing: (shown, total) => `Mostrando ${shown} de ${total}.`,
  name: 'Nome',
  value: 'Valor',
  read: (name, value) => `${name}: ${value}`,
};
