import type { Messages } from '../../messages.ts';

export const gauge: Messages['panels']['gauge'] = {
  above: (max) => `acima de ${max}`,
  below: (min) => `abaixo de ${min}`,
  summary: (dials, more) => `${dials.join('; ')}${more > 0 ? `; e mais ${more}` : ''}.`,
};
