import type { Messages } from '../../messages.ts';

export const notFound: Messages['pages']['notFound'] = {
  title: 'Esta página não existe.',
  detail: (address) => `Não há nada em ${address}. Estas existem:`,
};
