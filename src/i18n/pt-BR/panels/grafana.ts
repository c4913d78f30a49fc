import type { grafana as english } from '../../en/panels/grafana.ts';
import type { Widen } from '../../messages.ts';

export const grafana: Widen<typeof english> = {
  notSet: 'O Mirante não sabe onde está o Grafana.',
  whatToSet: 'Defina GRAFANA_URL com o endereço dele, por exemplo https://grafana.example.org, e reinicie o Mirante.',
  loading: (host) => `Carregando de ${host}`,
  frameTitle: (title) => `${title}, do Grafana`,
  summary: (host) => `Desenhado pelo Grafana em ${host}.`,
  address: 'Endereço',
};
