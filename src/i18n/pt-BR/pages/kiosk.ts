import type { kiosk as english } from '../../en/pages/kiosk.ts';
import type { Widen } from '../../messages.ts';

export const kiosk: Widen<typeof english> = {
  title: 'Modo mural',
  severity: 'CRÍTICO',
  more: (count) => `e mais ${count}`,
  since: (age) => `há ${age}`,
  dataAge: (age) => `dados de ${age} atrás`,
  noData: 'ainda sem dados',
  next: (seconds) => `próximo quadro em ${seconds}`,
  paused: 'em pausa',
  nothing: 'Não há quadro para mostrar.',
  nothingDetail: 'Nenhum dos sistemas conhecidos tem dados neste servidor. A visão geral diz o que acrescentar.',
  nothingKnown: (why) => `Não se sabe se há algum: o servidor respondeu só em parte. ${why}`,
  noPlaylist: (name) => `Não existe a lista “${name}”.`,
  noPlaylistDetail: 'Uma lista é all ou o id de um pacote. Escolha uma destas:',
  all: 'Todos os sistemas',
  toOverview: 'Ir para a visão geral',
  boardFailed: 'Não foi possível carregar este quadro.',
  boardFailedDetail: 'O mural segue para o próximo e tenta de novo quando chegar a vez deste.',
  alertsPartial: (why) => `Nem todos os alertas são conhecidos: pode haver mais disparados. ${why}`,
  alertsFailed: 'Os alertas não puderam ser consultados: este mural não sabe dizer se há algum disparado.',
  boards: 'Quadros',
  shortcuts: {
    pause: 'Pausar ou continuar',
    next: 'Próximo quadro',
    previous: 'Quadro anterior',
    fullScreen: 'Tela cheia',
    leave: 'Sair do modo mural',
  },
};
