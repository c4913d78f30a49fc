import type { pushgateway as english } from '../../en/pages/pushgateway.ts';
import type { Widen } from '../../messages.ts';

export const pushgateway: Widen<typeof english> = {
  title: 'Pushgateway',
  loading: (name) => `Consultando os grupos de ${name}`,
  missing: {
    title: 'Nenhum Pushgateway está configurado.',
    detail:
      'Defina PUSHGATEWAY_URL, ou Pushgateways no arquivo MIRANTE_CONFIG, e inicie o Mirante outra vez. O que eles enviam aparece nos painéis de todo modo, desde que o Prometheus os colete.',
  },
  other: 'Nenhum Pushgateway pertence a esta fonte de dados. Escolha outra.',
  sum: (groups, stale, failed) =>
    [
      `${groups} ${groups === 1 ? 'grupo' : 'grupos'}`,
      ...(failed > 0 ? [`${failed} cujo último envio falhou`] : []),
      ...(stale > 0 ? [`${stale} ${stale === 1 ? 'parado' : 'parados'}`] : []),
    ].join(' · '),
  none: 'Nada foi enviado.',
  noMatch: 'Nenhum grupo corresponde ao filtro.',
  threshold: { label: 'Parado depois de', times: { '1m': '1 min', '5m': '5 min', '1h': '1 h', '1d': '1 d' } },
  tones: { ok: 'Enviado há pouco', warning: 'Parado', critical: 'O último envio falhou' },
  pushed: (age) => `enviado há ${age}`,
  never: 'nunca enviado com sucesso',
  stale: 'parado',
  staleTitle: (threshold) => `O último envio bom tem mais de ${threshold}.`,
  failed: (age) => `um envio falhou há ${age}`,
  metrics: (count) => (count === 1 ? '1 métrica' : `${count} métricas`),
  show: (group) => `Métricas de ${group}`,
  summary: (count, sum) => `contagem ${count}, soma ${sum}`,
  more: (count) => `Todas as ${count} séries`,
  remove: {
    button: (group) => `Excluir ${group}`,
    title: 'Excluir este grupo?',
    detail: 'Todas as suas métricas saem do Pushgateway. Um cliente que envie de novo o recria.',
    typed: (job) => `Digite o nome do job, ${job}, para confirmar`,
    action: 'Excluir o grupo',
  },
};
