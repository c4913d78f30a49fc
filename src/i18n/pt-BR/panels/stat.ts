import type { Messages } from '../../messages.ts';

export const stat: Messages['panels']['stat'] = {
  of: (whole) => `de ${whole}`,
  limit: (value) => `limite ${value}`,
  below: (value) => `abaixo de ${value}`,
  sinceYesterday: 'desde ontem',
  sinceLastWeek: 'desde a semana passada',
  within: (age) => `em ${age}`,
  directions: { up: 'subiu', down: 'caiu', same: 'sem mudança' },
  others: (count) => (count === 1 ? 'E mais 1.' : `E mais ${count}.`),
  endedColumn: 'Terminou',
};
