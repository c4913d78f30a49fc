import type { panelMenu as english } from '../../en/board/panelMenu.ts';
import type { Widen } from '../../messages.ts';

export const panelMenu: Widen<typeof english> = {
  label: (title) => `Menu de ${title}`,
  viewAlone: 'Ver sozinho',
  backToBoard: 'Voltar ao quadro',
  inspect: 'Inspecionar',
  explore: 'Explorar',
  openInGrafana: 'Abrir no Grafana',
  grafanaNotSet: 'Abrir no Grafana: defina GRAFANA_URL antes',
  copyLink: 'Copiar link',
  copyEmbed: 'Copiar código de incorporação',
  csv: 'Salvar como CSV',
  png: 'Salvar como PNG',
};
