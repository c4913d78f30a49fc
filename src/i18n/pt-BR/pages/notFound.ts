import type { notFound as english } from '../../en/pages/notFound.ts';
import type { Widen } from '../../messages.ts';

export const notFound: Widen<typeof english> = {
  title: 'Esta página não existe.',
  detail: (address) => `Não há nada em ${address}. Estas existem:`,
};
