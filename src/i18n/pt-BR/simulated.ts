import type { simulated as english } from '../en/simulated.ts';
import type { Widen } from '../messages.ts';

export const simulated: Widen<typeof english> = {
  mark: 'Dados simulados',
  short: 'Simulado',
  title: 'Estes dados são simulados',
  what: 'Nenhum Prometheus está conectado. O próprio Mirante inventa cada número, gráfico e alerta daqui, a partir de máquinas imaginárias. Nada disso é real, e o que se silencia aqui não silencia nada real.',
  connect: 'Conectar um servidor real',
  gateway: 'Pare o Mirante e inicie-o com o endereço do seu Prometheus:',
  static: 'Obtenha o Mirante e inicie-o com o endereço do seu Prometheus:',
  several: (setting) =>
    `Para vários servidores, tokens ou certificados, liste-os em um arquivo e indique-o em ${setting}.`,
  file: (name) => `Em um servidor web comum, use a versão normal e escreva os endereços no ${name} dela:`,
  copy: 'Copiar',
  copied: 'Copiado',
  boot: {
    title: 'O Mirante não conseguiu iniciar',
    what: 'Não foi possível iniciar os dados simulados.',
    advice:
      'Eles precisam de um service worker, que os navegadores oferecem em endereços https e em localhost, e muitas vezes não em janelas anônimas. Abra esta página em um endereço assim, ou permita que ela guarde dados, e tente de novo.',
    retry: 'Tentar de novo',
    detail: 'O que aconteceu',
  },
};
