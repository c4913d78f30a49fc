import type { lint as english } from '../../en/pages/lint.ts';
import type { Widen } from '../../messages.ts';

export const lint: Widen<typeof english> = {
  'rate-of-gauge': 'trata um gauge como contador: cada queda seria lida como reinício. Use deriv ou delta.',
  'gauge-function-of-counter':
    'trata um contador como gauge: cada reinício seria lido como queda. Use rate ou increase.',
  'ratio-to-itself':
    'é dividido por si mesmo rótulo a rótulo, e a razão é 1 onde existir. Agregue os dois lados ou use on().',
  'unmatched-ratio':
    'não têm nenhum conjunto de rótulos em comum, e nada corresponde. Agregue os dois lados, ou use on() ou ignoring().',
  'quantile-without-le': 'recebe buckets sem o le. Mantenha-o: sum by (le, ...).',
  'quantile-per-series': 'dá um quantil para cada série, que não se soma depois. Some os buckets: sum by (le, ...).',
  'short-window': 'é mais curta que quatro coletas: uma que falte a esvazia. Escolha uma mais longa.',
  'absence-as-zero': 'pinta como zero o que ninguém mediu. Deixe ausente, ou preencha com algo medido: or 0 * total.',
  'unknown-metric': 'é um nome que nenhuma série deste servidor tem agora.',
};
