import type { gauge as english } from '../../en/panels/gauge.ts';
import type { Widen } from '../../messages.ts';

export const gauge: Widen<typeof english> = {
  above: (max) => `acima de ${max}`,
  below: (min) => `abaixo de ${min}`,
  summary: (dials, more) => `${dials.join('; ')}${more > 0 ? `; e mais ${more}` : ''}.`,
};
