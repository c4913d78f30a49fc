import type { Messages } from '../../messages.ts';

export const grafana: Messages['panels']['grafana'] = {
  notSet: 'O Mirante não sabe onde está o Grafana.',
  whatToSet: 'Defina GRAFANA_URL com o endereço dele, por exemplo https://grafana.example.org, e reinicie o Mirante.',
  loading: (host) => `Carregando de ${host}`,
  frameTitle: (title) => `${title}, do Grafana`,
  summary: (host) => `Desenhado pelo Grafana em ${host}.`,
  address: 'Endereço',
};
