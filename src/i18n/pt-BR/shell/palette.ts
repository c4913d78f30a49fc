import type { palette as english } from '../../en/shell/palette.ts';
import type { Widen } from '../../messages.ts';

export const palette: Widen<typeof english> = {
  label: 'Busca e comandos',
  placeholder: 'Dashboards, painéis, métricas, alvos, alertas, ações',
  close: 'Fechar',
  groups: {
    recent: 'Recentes',
    boards: 'Dashboards',
    pages: 'Páginas',
    actions: 'Ações',
    ranges: 'Período',
    panels: 'Painéis',
    alerts: 'Alertas',
    targets: 'Alvos',
    metrics: 'Métricas',
  },
  loading: 'Carregando',
  more: (count) => `Mostrar mais (${count})`,
  failed: (reason) => `${reason} Tentar de novo`,
  boardsFailed: (count) =>
    count === 1 ? 'Não foi possível ler um dashboard.' : `Não foi possível ler ${count} dashboards.`,
  nothing: 'Nada corresponde à busca.',
  count: (count) => (count === 1 ? '1 resultado' : `${count} resultados`),
  boardOf: (job) => `Dashboard do job ${job}`,
  wallOf: (system) => `Modo mural de ${system}`,
  themeIs: (theme) => `Tema: ${theme}`,
  languageIs: (language) => `Idioma: ${language}`,
  copyLink: 'Copiar o link desta página',
  copied: 'O link foi copiado.',
  up: (up, all) => `${up} de ${all} no ar`,
  health: { up: 'no ar', down: 'fora do ar', unknown: 'ainda não coletado' },
  alert: (firing, pending) =>
    [
      firing > 0 ? `${firing} ${firing === 1 ? 'disparado' : 'disparados'}` : '',
      pending > 0 ? `${pending} ${pending === 1 ? 'pendente' : 'pendentes'}` : '',
    ]
      .filter(Boolean)
      .join(', ') || 'inativo',
  keys: { move: 'para mover', choose: 'para escolher', tab: 'em uma nova aba' },
};
