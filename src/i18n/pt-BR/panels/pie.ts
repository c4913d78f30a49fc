import type { pie as english } from '../../en/panels/pie.ts';
import type { Widen } from '../../messages.ts';

export const pie: Widen<typeof english> = {
  share: 'Parte',
  others: (count) => `outros ${count}`,
  zero: 'Tudo é zero: não há o que dividir.',
  negative: (name, value) => `${name} é ${value}. Uma pizza não mostra menos que nada.`,
  infinite: (name) => `${name} não tem fim. Uma pizza não mostra parte disso.`,
  none: 'Nenhuma das séries tem valor.',
  incomplete: 'sem os que não têm dados',
  summary: (total, slices) => `${total} ao todo: ${slices.join('; ')}.`,
  slice: (name, value, share) => `${name} ${value}, ${share}`,
};
