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
  choice: { label: 'Mostrar', all: 'Todos', firing: 'Disparados', pending: 'Pendentes' },
  group: {
    label: 'Por',
    name: (label) => labelNames.get(label) ?? label,
    without: (name) => `Sem ${name}`,
    count: (firing, total) =>
      firing === total
        ? `${firing} ${firing === 1 ? 'disparado' : 'disparados'}`
        : `${firing} de ${total} ${total === 1 ? 'disparado' : 'disparados'}`,
  },
  sum: ({ critical, warning, other, pending }) => {
    const firing = [
      ...(critical > 0 ? [`${critical} ${critical === 1 ? 'crítico' : 'críticos'}`] : []),
      ...(warning > 0 ? [`${warning} ${warning === 1 ? 'aviso' : 'avisos'}`] : []),
      ...(other > 0 ? [`${other} ${other === 1 ? 'outro' : 'outros'}`] : []),
    ];
    const words = firing.length === 0 ? 'Nada disparado' : `Disparados: ${firing.join(', ')}`;
    return pending > 0 ? `${words}; ${pending} ${pending === 1 ? 'pendente' : 'pendentes'}` : words;
  },
  noRules: 'Este servidor não tem regras de alerta.',
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
  clamp: { more: (characters) => `Mostrar todos os ${characters} caracteres`, less: 'Mostrar menos' },
};
