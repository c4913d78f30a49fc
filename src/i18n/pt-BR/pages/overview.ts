import type { overview as english } from '../../en/pages/overview.ts';
import type { Widen } from '../../messages.ts';

export const overview: Widen<typeof english> = {
  title: 'Visão geral',
  targets: (up, total) => `${up} de ${total} alvos no ar`,
  noTargets: 'nenhum alvo',
  firing: {
    critical: (count) => (count === 1 ? '1 crítico' : `${count} críticos`),
    warning: (count) => (count === 1 ? '1 aviso' : `${count} avisos`),
    other: (count) => (count === 1 ? '1 outro' : `${count} outros`),
  },
  noAlerts: 'nenhum alerta disparado',
  wall: 'No mural',
  looking: 'Procurando os sistemas que o Mirante conhece.',
  unsure: (names) => `Não se sabe se estes sistemas estão aqui: ${names}.`,
  unsureDetail: 'O servidor avisa que sua resposta é parcial, e nela não há dados deles.',
  notFound: {
    title: 'Não encontrados neste servidor',
    detail: 'O Mirante está pronto para estes sistemas, mas este Prometheus não tem dados deles.',
    lookedFor: 'Procurou por',
    scrape: (name) =>
      `Para observar ${name}, acrescente isto em scrape_configs no prometheus.yml e recarregue o Prometheus:`,
    copy: 'Copiar',
  },
  nothingFound: {
    title: 'Nenhum dos sistemas conhecidos tem dados aqui.',
    detail: (server, count) =>
      `O Mirante perguntou a ${server} ${count === 1 ? 'pelo único sistema' : `pelos ${count} sistemas`} que conhece. O servidor responde, mas não tem dados ${count === 1 ? 'dele' : 'de nenhum deles'}. Acrescente ${count === 1 ? 'a configuração' : 'uma das configurações'} de coleta abaixo ou um pacote seu.`,
  },
  noPacks: {
    title: 'Não há pacotes.',
    detail:
      'Um pacote é uma pasta com os dashboards de um sistema. Defina MIRANTE_PACKS com uma pasta de pacotes e reinicie o Mirante.',
  },
  noDataSource: {
    title: 'Nenhum Prometheus foi configurado.',
    detail: 'Diga ao Mirante onde está o seu e inicie-o de novo:',
  },
  packsFailed: {
    title: 'Não foi possível carregar a lista de pacotes.',
    retry: 'Tentar de novo',
  },
  serverFailed: 'Tentar de novo',
  partly: 'Uma parte não pôde ser consultada.',
  old: (age) => `O mais antigo do que está na tela tem ${age}.`,
  problems: {
    title: (count) => (count === 1 ? 'Um arquivo de pacote está errado' : `${count} arquivos de pacotes estão errados`),
    detail: 'O que pôde ser lido está na tela; o resto espera que estes sejam corrigidos.',
    line: (line) => `linha ${line}`,
    file: 'Arquivo',
    where: 'Onde',
    what: 'O que está errado',
  },
};
