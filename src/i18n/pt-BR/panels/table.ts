import type { table as english } from '../../en/panels/table.ts';
import type { Widen } from '../../messages.ts';

export const table: Widen<typeof english> = {
  filter: 'Filtrar as linhas',
  rows: (shown, total) =>
    shown === total ? (total === 1 ? '1 linha' : `${total} linhas`) : `${shown} de ${total} linhas`,
  noMatch: 'Nenhuma linha tem este texto.',
  value: 'Valor',
  metric: 'Métrica',
  withUnit: (title, unit) => `${title}, ${unit}`,
  summary: (rows, columns, first) => `${rows} de ${columns.join(', ')}.${first === '' ? '' : ` Primeira: ${first}.`}`,
};
