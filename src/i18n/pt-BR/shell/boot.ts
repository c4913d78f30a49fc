import type { Messages } from '../../messages.ts';

export const boot: Messages['shell']['boot'] = {
  title: 'O Mirante não conseguiu iniciar',
  what: 'O próprio servidor dele não deu uma configuração que possa ser usada.',
  advice:
    'Verifique se o servidor desta página está no ar e acessível. Se estiver, corrija a configuração dele onde a linha abaixo indica. Ele tenta de novo sozinho.',
  retry: 'Tentar de novo',
  detail: 'O que aconteceu',
};
