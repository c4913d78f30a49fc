import type { Messages } from '../../messages.ts';

export const bar: Messages['panels']['bar'] = {
  missing: (names) => `Sem valor: ${names.join(', ')}.`,
  none: 'Nenhuma das séries tem valor.',
  summary: (count, first) =>
    `${count === 1 ? '1 barra' : `${count} barras`}: ${first.join('; ')}${count > first.length ? '; e outras' : ''}.`,
  category: 'Categoria',
};
