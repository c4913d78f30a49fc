import type { heatmap as english } from '../../en/panels/heatmap.ts';
import type { Widen } from '../../messages.ts';

export const heatmap: Widen<typeof english> = {
  quantile: (quantile) => `p${Number((quantile * 100).toPrecision(6)).toLocaleString('pt-BR')}`,
  meanOf: (step) => `células: média de passos de ${step}`,
  count: (buckets) => (buckets === 1 ? '1 faixa.' : `${buckets} faixas.`),
  most: (bucket) => `A maioria dos valores está em ${bucket}.`,
  last: (lines) => `Últimos: ${lines}.`,
  problems: {
    nothing: 'Nenhuma faixa',
    native: 'Histogramas nativos ainda não são desenhados',
    'no-le': 'Estas séries não são faixas de um histograma',
    several: 'Estas faixas são de vários histogramas',
  },
  advice: {
    nothing: 'A consulta das faixas não trouxe séries.',
    native: 'O mapa de calor desenha histogramas clássicos: séries com o rótulo le.',
    'no-le': 'Cada série precisa de um limite no rótulo le. Mantenha-o: sum by (le) (rate(…_bucket[…])).',
    several: 'Cada limite veio mais de uma vez. Some-os: sum by (le) (rate(…_bucket[…])).',
  },
};
