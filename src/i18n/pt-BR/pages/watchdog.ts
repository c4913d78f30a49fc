import type { watchdog as english } from '../../en/pages/watchdog.ts';
import type { Widen } from '../../messages.ts';

export const watchdog: Widen<typeof english> = {
  severity: 'Crítico',
  title: (name, state) =>
    state === 'pending'
      ? `${name} deve estar sempre disparado, e está só pendente.`
      : `${name} deve estar sempre disparado, e não está.`,
  detail: 'As regras podem não estar carregadas ou avaliadas: a falta de outros alertas não diz nada agora.',
};
