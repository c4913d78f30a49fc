import type { Messages } from '../messages.ts';
import { boot } from './shell/boot.ts';
import { time } from './shell/time.ts';

export const shell: Messages['shell'] = {
  boot,
  time,
  navigation: {
    find: 'Buscar',
    findNotLoaded: 'A busca não pôde ser carregada.',
    label: 'Navegação',
    open: 'Abrir a navegação',
    skip: 'Ir para o conteúdo',
    overview: 'Visão geral',
    wall: 'Modo mural',
    server: {
      label: 'Servidor',
      alerts: 'Alertas',
      explore: 'Explorar',
      targets: 'Alvos',
      rules: 'Regras',
      status: 'Estado do servidor',
      discovery: 'Descoberta de serviços',
      pushgateway: 'Pushgateway',
    },
    missing: (count) => `Sem dados (${count})`,
    preferences: 'Preferências',
    firing: (critical, warning) =>
      [
        critical > 0 ? `${critical} ${critical === 1 ? 'crítico' : 'críticos'}` : '',
        warning > 0 ? `${warning} ${warning === 1 ? 'aviso' : 'avisos'}` : '',
      ]
        .filter(Boolean)
        .join(', '),
    states: {
      ok: 'Nenhum alerta disparado',
      warning: 'Avisos',
      critical: 'Alertas críticos',
    },
  },
  theme: { label: 'Tema', system: 'Sistema', light: 'Claro', dark: 'Escuro' },
  language: { label: 'Idioma', en: 'English', 'pt-BR': 'Português' },
  sections: {
    system: 'Sistema',
    application: 'Aplicação',
    business: 'Negócio',
    infrastructure: 'Infraestrutura',
  },
  shortcuts: {
    title: 'Atalhos do teclado',
    show: 'Mostrar estes atalhos',
    overview: 'Ir para a visão geral',
    wall: 'Abrir o modo mural',
    theme: 'Alternar entre claro e escuro',
    close: 'Fechar',
  },
  list: {
    search: 'Buscar',
    nothing: 'Nada corresponde à busca.',
    more: (count) => `Mais ${count}: digite para filtrar`,
  },
  copied: 'Copiado',
  crash: {
    title: 'Esta página parou de funcionar.',
    detail:
      'O resto do Mirante continua. Ele pode ter sido atualizado nesse meio-tempo; o motivo está no console do navegador.',
    retry: 'Carregar a página de novo',
  },
  loading: 'Carregando',
};
