import type { cardinality as english } from '../../en/board/cardinality.ts';
import type { Widen } from '../../messages.ts';

export const cardinality: Widen<typeof english> = {
  tooMany: 'Séries demais. Peça menos:',
  top: (count) => `As ${count} maiores`,
  topPerStep: (count) => `As ${count} maiores a cada passo`,
  topPerStepAdvice: (count) => `As ${count} maiores em cada instante: no período todo, podem ser mais linhas.`,
  sum: (label) => `Soma por ${label}`,
  sumAdvice: (values) => `${values} valores vistos; pode haver mais.`,
  showsTop: (count) => `Só as ${count} maiores são pedidas.`,
  showsTopPerStep: (count) => `Só as ${count} maiores a cada passo são pedidas.`,
  showsSum: (label) => `É pedida a soma por ${label}.`,
  undo: 'Desfazer',
};
