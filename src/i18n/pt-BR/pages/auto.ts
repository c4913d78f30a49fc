import type { auto as english } from '../../en/pages/auto.ts';
import type { Widen } from '../../messages.ts';

export const auto: Widen<typeof english> = {
  jobs: 'Jobs',
  loading: 'Perguntando o que este job mede',
  made: (metrics) =>
    `Feito dos metadados: ${metrics} métricas. Tipos e unidades são os declarados ou, sem eles, os que os nomes sugerem.`,
  capped: (shown, all) => `Estão aqui as primeiras ${shown} de ${all} métricas.`,
  unknown: {
    title: (job) => `Nenhum job chamado ${job} tem dados aqui.`,
    detail: 'Estes têm:',
    none: 'Nenhum job tem dados neste servidor.',
  },
  choose: 'Cada um abre um dashboard feito do que o job mede.',
  filter: 'Filtrar por nome de métrica',
  found: (shown, all) => `${shown} de ${all} métricas`,
  nothingFits: 'Nenhuma métrica deste job corresponde ao filtro.',
  all: 'Todos os painéis',
  save: {
    open: 'Salvar como YAML',
    title: 'Guardar este dashboard',
    hint: 'Ponha-o numa pasta de pacotes como um arquivo próprio, por exemplo packs/meu/dashboard.yaml. Ele tem as linhas abertas, como estão filtradas.',
    download: 'Baixar',
    copy: 'Copiar',
    copied: 'Copiado',
    close: 'Fechar',
  },
  instance: 'instância',
  rows: {
    opening: 'De relance',
    others: 'Outras',
    scrape: 'scrape',
    created: 'created',
    all: 'Métricas',
    part: (prefix, from, to) => `${prefix}: de ${from} a ${to}`,
  },
  scrapes: {
    up: 'Alvos no ar',
    duration: 'Coleta mais lenta',
    samples: 'Amostras por coleta',
    series: 'Séries',
  },
  titles: {
    since: (name) => `${name}: tempo desde`,
    left: (name) => `${name}: tempo restante`,
    rateAndMean: (name) => `${name}: taxa e média`,
    count: 'taxa',
    mean: 'média',
  },
};
