import type { Messages } from '../../messages.ts';

export const boot: Messages['shell']['boot'] = {
  title: 'O Mirante não conseguiu iniciar',
  unreachable: 'O próprio servidor dele não respondeu.',
  advice: 'Verifique se o servidor desta página está no ar e acessível e tente de novo.',
  badConfig: 'A configuração dele não pode ser usada.',
  badConfigAdvice: 'Corrija nas configurações do servidor o que está indicado abaixo, reinicie-o e tente de novo.',
  retry: 'Tentar de novo',
  detail: 'O que o navegador viu',
};
