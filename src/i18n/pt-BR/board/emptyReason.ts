import type { emptyReason as english } from '../../en/board/emptyReason.ts';
import type { Widen } from '../../messages.ts';

export const emptyReason: Widen<typeof english> = {
  noData: 'Sem dados neste período.',
  noDataAdvice: 'A consulta não devolveu nenhuma série.',
  noMetric: 'Esta métrica não existe neste servidor.',
  noMetricAdvice: (names) => `Nada com o nome ${names} foi coletado.`,
  noMatch: 'Os filtros de rótulos não encontram nada.',
  noMatchAdvice: (selector) => `A métrica existe, mas nenhuma série corresponde a ${selector}.`,
  ended: (time) => `A série terminou às ${time}.`,
  endedAdvice: 'Desde então nada foi coletado para ela.',
  down: (instance, time) => `O alvo ${instance} está fora do ar; a série terminou às ${time}.`,
  downAdvice: (error) => `A última coleta falhou: ${error}`,
  tooShort: 'A janela é curta demais para o intervalo de coleta.',
  tooShortAdvice: (window, interval, needed) =>
    `Ela olha ${window}, e só há uma amostra a cada ${interval}. ${needed} ou $__rate_interval resolveria.`,
  noValues: (variable) => `A variável “${variable}” não tem valores.`,
  noValuesAdvice: 'O que fica aqui é desenhado uma vez para cada um deles.',
  filteredOut: 'Nada a mostrar agora.',
  filteredOutAdvice: 'Há amostras, mas a expressão não deixa passar nenhuma.',
};
