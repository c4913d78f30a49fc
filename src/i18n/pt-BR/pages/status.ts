import type { status as english } from '../../en/pages/status.ts';
import type { Widen } from '../../messages.ts';

export const status: Widen<typeof english> = {
  title: 'Estado',
  loading: (part) => `Consultando: ${part}`,
  parts: {
    build: 'Versão',
    runtime: 'Execução',
    database: 'Banco de dados',
    alertmanagers: 'Alertmanagers',
    flags: 'Opções',
    config: 'Configuração',
    replay: 'Iniciando',
  },
  build: {
    version: 'Versão',
    revision: 'Revisão',
    branch: 'Ramo',
    buildUser: 'Compilado por',
    buildDate: 'Compilado em',
    goVersion: 'Go',
  },
  runtime: {
    startTime: 'Iniciado',
    hostname: 'Máquina',
    workingDirectory: 'Diretório de trabalho',
    reloadConfigSuccess: 'Última recarga da configuração',
    lastConfigTime: 'Configuração em uso desde',
    corruptionCount: 'Corrupções do write-ahead log',
    goroutineCount: 'Goroutines',
  },
  ago: (age) => `há ${age}`,
  succeeded: 'deu certo',
  failed: 'falhou: está em uso uma configuração antiga',
  database: {
    series: 'Séries no head',
    today: 'Séries de hoje (UTC)',
    chunks: 'Chunks no head',
    range: 'Tempo no head',
    retention: 'Retenção',
    reading: 'O que isso diz',
    metrics: 'Séries por métrica',
    values: 'Valores por rótulo',
    memory: 'Memória por rótulo',
    pairs: 'Séries por rótulo e valor',
    notTold: 'O servidor não informa nada disto.',
  },
  reading: {
    label: (label, values) =>
      `${label} tem ${values} valores: multiplica as séries de toda métrica que o tem. Identificadores de sessões, usuários ou requisições cabem em logs ou traces, não em rótulos.`,
    metric: (metric, series, share) =>
      `${metric} tem ${series} séries, ${share} do total: tirar um de seus rótulos é o que mais economiza.`,
    longHead: (age) =>
      `O head alcança ${age} para trás. Ele é cortado em blocos a cada duas horas; este servidor não compacta há algum tempo, e o log diz por quê.`,
    nothing: 'Nada se destaca: nenhum rótulo tem valores demais, e nenhuma métrica tem grande parte das séries.',
  },
  noAlertmanagers: 'Este servidor não conhece nenhum Alertmanager: seus alertas não são enviados a ninguém.',
  droppedAlertmanager: 'descartado pelo relabelling',
  flags: {
    search: 'Buscar opções',
    none: 'Nenhuma opção corresponde.',
    empty: 'vazia',
    count: (count) => `${count} opções`,
  },
  config: { copy: 'Copiar', copied: 'Copiado', lines: (count) => `${count} linhas` },
  reload: {
    button: 'Recarregar a configuração',
    title: 'Recarregar a configuração?',
    detail: (server) =>
      `${server} lê de novo sua configuração e suas regras. Se estiverem erradas, mantém as antigas e diz por quê.`,
    action: 'Recarregar',
    done: 'A configuração foi lida de novo.',
    disabled: 'A API de ciclo de vida está desligada. Inicie o Prometheus com --web.enable-lifecycle, ou envie SIGHUP.',
  },
  replay: (current, max) =>
    `O servidor está iniciando: releu ${current} de ${max} segmentos do write-ahead log. Até terminar, não responde consultas.`,
};
