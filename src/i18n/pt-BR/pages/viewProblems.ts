import type { viewProblems as english } from '../../en/pages/viewProblems.ts';
import type { Widen } from '../../messages.ts';

export const viewProblems: Widen<typeof english> = {
  title: 'Partes deste endereço não puderam ser entendidas',
  reasons: {
    time: 'não é um horário. No lugar está o padrão.',
    'empty-range': 'resulta em um período que termina antes de começar. No lugar está o padrão.',
    refresh: 'não é um intervalo de um segundo ou mais. No lugar vale o padrão.',
    'time-zone': 'não é um fuso horário. No lugar vale o seu.',
    theme: 'não é um tema. No lugar vale o seu.',
    language: 'não é um idioma do Mirante. No lugar vale o seu.',
    empty: 'está vazio e ficou de fora.',
    repeated: 'foi dado mais de uma vez. Vale o primeiro.',
  },
  dismiss: 'Dispensar',
};
