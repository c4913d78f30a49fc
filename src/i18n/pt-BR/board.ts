import type { Messages } from '../messages.ts';

export const board: Messages['board'] = {
  /** Every value of a variable, in a title. */
  all: 'Todos',
  row: {
    untitled: 'Painéis',
    panels: (count) => (count === 1 ? '1 painel' : `${count} painéis`),
  },
  panel: {
    looking: 'Sem dados. Procurando o motivo.',
    loading: 'Carregando',
    retry: 'Tentar de novo',
    notFound: (id) => `Este quadro não tem o painel “${id}”.`,
    crashed: 'Não foi possível desenhar este painel.',
    crashedAdvice: 'O resto do quadro não é afetado. Dados novos podem recuperá-lo.',
    badOptions: 'O arquivo do quadro está errado aqui.',
    notLoaded: 'Não foi possível carregar o código deste painel.',
    notLoadedAdvice: 'A conexão pode ter caído, ou o Mirante foi atualizado: recarregue a página.',
  },
  tags: {
    old: (age) => `de ${age} atrás`,
    ended: (time) => `terminou às ${time}`,
    asOf: (time) => `de ${time}`,
    partial: 'parcial',
    capped: (shown, count, isMore) => `mostrando ${shown} de ${count}${isMore ? ' ou mais' : ''}`,
    error: 'erro',
    firing: (severity, age) => `${severity}, há ${age}`,
    alertsUnknown: 'alertas: não se sabe',
    severity: { critical: 'crítico', warning: 'aviso', info: 'informação' },
  },
};
