import type { frame as english } from '../../en/pages/frame.ts';
import type { Widen } from '../../messages.ts';

export const frame: Widen<typeof english> = {
  noServer: {
    title: 'Nenhuma fonte de dados está configurada.',
    detail: 'Defina PROMETHEUS_URL, ou fontes de dados no arquivo MIRANTE_CONFIG, e inicie o Mirante outra vez.',
  },
  retry: 'Tentar de novo',
  old: (age) => `O que está na tela tem ${age}.`,
  partial: 'Isto não é tudo',
  notOffered: {
    title: 'Este servidor não oferece isto.',
    detail: 'Ele fala a API do Prometheus sem esta parte. O resto funciona.',
  },
  roleNeeded: (needed, own) =>
    `Isto exige o papel ${needed}; o seu é ${own}. Quem opera o Mirante o define em MIRANTE_ROLE.`,
  write: {
    cancel: 'Cancelar',
    refused: (server) => `${server} recusou.`,
    unanswered: (server) => `${server} não respondeu. Não se sabe se foi alterado.`,
  },
  long: { more: (characters) => `Todos os ${characters} caracteres`, less: 'Menos' },
  filter: {
    label: 'Filtro',
    placeholder: 'Filtrar: qualquer texto, ou um rótulo como job="api"',
    remove: (matcher) => `Remover ${matcher}`,
    unjudged: 'não dá para avaliar aqui',
    clear: 'Limpar',
  },
};
