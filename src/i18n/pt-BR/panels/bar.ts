import type { bar as english } from '../../en/panels/bar.ts';
import type { Widen } from '../../messages.ts';

export const bar: Widen<typeof english> = {
  missing: (names) => `Sem valor: ${names.join(', ')}.`,
  none: 'Nenhuma das séries tem valor.',
  summary: (count, first) =>
    `${count === 1 ? '1 barra' : `${count} barras`}: ${first.join('; ')}${count > first.length ? '; e outras' : ''}.`,
  category: 'Categoria',
};
