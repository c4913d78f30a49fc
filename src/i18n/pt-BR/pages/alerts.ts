import type { alerts as english } from '../../en/pages/alerts.ts';
import type { Widen } from '../../messages.ts';

/** What the labels that are grouped by most are called. */
const labelNames: ReadonlyMap<string, string> = new Map([
  ['system', 'sistema'],
  ['alertname', 'alerta'],
  ['severity', 'severidade'],
]);

export const alerts: Widen<typeof english> = {
  title: 'Alertas',
  loading: 'Buscando os alertas',
  mark: (critical, warning) => [critical > 0 ? `◆${critical} ` : '', warning > 0 ? `○${warning} ` : ''].join(''),
  view: { label: 'Visão', alerts: 'Alertas', silences: 'Silêncios' },
  choice: { label: 'Mostrar', all: 'Todos', firing: 'Disparados', pending: 'Pendentes', suppressed: 'Suprimidos' },
  group: {
    label: 'Por',
    name: (label) => labelNames.get(label) ?? label,
    without: (name) => `Sem ${name}`,
    count: (firing, total) =>
      firing === total
        ? `${firing} ${firing === 1 ? 'disparado' : 'disparados'}`
        : `${firing} de ${total} ${total === 1 ? 'disparado' : 'disparados'}`,
  },
  sum: ({ critical, warning, other, pending, suppressed }) => {
    const firing = [
      ...(critical > 0 ? [`${critical} ${critical === 1 ? 'crítico' : 'críticos'}`] : []),
      ...(warning > 0 ? [`${warning} ${warning === 1 ? 'aviso' : 'avisos'}`] : []),
      ...(other > 0 ? [`${other} ${other === 1 ? 'outro' : 'outros'}`] : []),
    ];
    const words = firing.length === 0 ? 'Nada disparado' : `Disparados: ${firing.join(', ')}`;
    return [
      words,
      ...(pending > 0 ? [`${pending} ${pending === 1 ? 'pendente' : 'pendentes'}`] : []),
      ...(suppressed > 0
        ? [`${suppressed} ${suppressed === 1 ? 'silenciado ou inibido' : 'silenciados ou inibidos'}`]
        : []),
    ].join('; ');
  },
  noRules:
    'Este servidor não tem regras de alerta. O VictoriaMetrics as deixa para o vmalert, e fala delas com -vmalert.proxyURL.',
  noMatch: 'Nenhum alerta atende ao filtro.',
  inactive: (count, broken) =>
    `${count} ${count === 1 ? 'regra inativa' : 'regras inativas'}${broken > 0 ? `, ${broken} sem avaliação possível` : ''}`,
  isInactive: 'Inativa',
  broken: 'Não pode ser avaliada',
  noSeverity: 'Sem severidade',
  states: { firing: 'disparado', pending: 'pendente' },
  since: (age) => `há ${age}`,
  firesIn: (time) => `dispara em ${time}`,
  for: (time) => `precisa durar ${time}`,
  value: 'Valor agora',
  rule: 'Regra',
  origin: (group, file) => (file === '' ? `grupo ${group}` : `grupo ${group} de ${file}`),
  labels: 'Rótulos',
  noAlertmanager:
    'Nenhum Alertmanager configurado (ALERTMANAGER_URL): nada se sabe dos destinatários, e nada pode ser silenciado.',
  serverFailed: (name) => `${name} não respondeu: quem é avisado e o que está silenciado pode não ser conhecido.`,
  needsOperator: 'Silêncios exigem o papel operator (MIRANTE_ROLE).',
  held: {
    states: { unprocessed: 'ainda não processado', active: 'ativo', suppressed: 'suprimido' },
    receivers: (names) => (names === '' ? 'nenhum destinatário' : `destinatários: ${names}`),
    silencedBy: 'Silenciado por',
    inhibitedBy: 'Inibido por',
    silenced: 'silenciado',
    inhibited: 'inibido',
    acknowledgedBy: (name) => `reconhecido por ${name}`,
    stranger: 'só o Alertmanager conhece',
  },
  charts: {
    watched: 'O que a regra observa, 6 h; sombra: disparado',
    history: 'Últimas 24 h',
    state: 'Estado',
    value: 'Valor',
    firing: 'Disparado',
    pending: 'Pendente',
    inactive: 'Inativo',
  },
  silence: {
    open: 'Silenciar…',
    title: 'Silenciar',
    acknowledge: 'Reconhecer',
    acknowledgeTitle: 'Reconhecer',
    renewal:
      'Um reconhecimento é um silêncio de 15 minutos. Enquanto o alerta dispara, qualquer Mirante aberto neste navegador o renova por você; quando nenhum está aberto, ou nada mais dispara, ele termina sozinho.',
    onIt: 'em análise',
    matchers: 'Alertas que atendem a tudo isto',
    tooWide: 'É preciso ao menos uma condição que não aceite tudo.',
    noMatcher: 'Isto ainda não conta: escreva rótulo="valor" e tecle Enter.',
    server: 'Alertmanager',
    allServers: 'Todos',
    length: 'Por quanto tempo, como 45m, 2h ou 1d',
    badLength: 'É preciso uma duração como 45m, 2h ou 1d.',
    author: 'Seu nome, lembrado neste navegador',
    comment: 'Por quê',
    optionalComment: 'Uma palavra sobre isso, se quiser',
    preview: (firing, pending, isSure) =>
      `Silencia ${isSure ? '' : 'no máximo '}${firing} ${firing === 1 ? 'alerta' : 'alertas'} agora${pending > 0 ? `, e ${pending} ${pending === 1 ? 'pendente quando disparar' : 'pendentes quando dispararem'}` : ''}.`,
    more: (count) => `e mais ${count}`,
    create: 'Silenciar',
    cancel: 'Cancelar',
    close: 'Fechar',
    list: 'Silêncios',
    loading: 'Buscando os silêncios',
    sum: (count, isWhole) => {
      if (count === 0) return 'Nada está silenciado.';
      const known = count === 1 ? ' conhecido' : ' conhecidos';
      return `${count} ${count === 1 ? 'silêncio' : 'silêncios'}${isWhole ? '' : known}`;
    },
    noMatch: (isWhole) => `Nenhum silêncio ${isWhole ? '' : 'conhecido '}atende ao filtro.`,
    expired: (count) => `${count} ${count === 1 ? 'encerrado' : 'encerrados'}`,
    isAck: 'reconhecimento',
    left: (time) => `faltam ${time}`,
    begins: (time) => `começa em ${time}`,
    ended: (age) => `encerrado há ${age}`,
    matches: (count, isSure) =>
      `atinge ${isSure ? '' : 'no máximo '}${count} ${count === 1 ? 'alerta' : 'alertas'} agora`,
    extend: 'Estender 1 h',
    extendThis: (name) => `Estender 1 h: ${name}`,
    expire: 'Encerrar…',
    expireThis: (name) => `Encerrar: ${name}`,
    confirm: (count, isSure) =>
      count === 0
        ? 'Não atinge nada agora.'
        : `${isSure ? '' : 'No máximo '}${count === 1 ? '1 alerta voltará' : `${count} alertas voltarão`} a ser notificado${count === 1 ? '' : 's'}.`,
    expireNow: 'Encerrar agora',
    keep: 'Manter',
  },
  clamp: { more: (characters) => `Mostrar todos os ${characters} caracteres`, less: 'Mostrar menos' },
};
