import type { alerts as english } from '../../en/panels/alerts.ts';
import type { Widen } from '../../messages.ts';

export const alerts: Widen<typeof english> = {
  none: (firing) => (firing ? 'Nenhum alerta disparado.' : 'Nenhum alerta pendente.'),
  others: (count) =>
    count === 1
      ? 'Há um outro alerta, que não é deste painel.'
      : `Há ${count} outros alertas, que não são deste painel.`,
  showing: (shown, total) => `Mostrando ${shown} de ${total}.`,
  states: { firing: 'disparado', pending: 'pendente' },
  noSeverity: 'sem severidade',
  since: (time) => `desde ${time}`,
  link: (annotation) => annotation.replace(/_?ur[li]$/i, '').replaceAll('_', ' ') || 'link',
  summary: (firing, pending, first) => {
    const parts = [
      firing > 0 && (firing === 1 ? '1 disparado' : `${firing} disparados`),
      pending > 0 && (pending === 1 ? '1 pendente' : `${pending} pendentes`),
    ].filter(Boolean);
    return `${parts.join(', ')}. Primeiro: ${first}`;
  },
  columns: {
    state: 'Estado',
    severity: 'Severidade',
    name: 'Alerta',
    title: 'O que diz',
    labels: 'Rótulos',
    since: 'Desde',
  },
};
