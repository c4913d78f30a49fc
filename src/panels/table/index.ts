import { tablePanelTexts } from '../../i18n/apart/panels/table.ts';
import type { PanelKind } from '../contract.ts';
import { decodeOptions, type TableOptions } from './options.ts';
import { TablePanel } from './TablePanel.tsx';
import { toRows } from './transform.ts';

const table: PanelKind<TableOptions> = {
  decodeOptions,
  Panel: TablePanel,
  summary: (props) => {
    const texts = tablePanelTexts[props.environment.language];
    const { columns, rows, total } = toRows(props);
    const first = rows[0]?.cells.map((cell) => cell.text).join(', ') ?? '';
    return texts.summary(
      texts.rows(rows.length, total),
      columns.map((column) => column.title),
      first,
    );
  },
  toTable: (props) => {
    const { columns, rows } = toRows({ ...props, options: { ...props.options, limit: undefined } });
    return {
      columns: columns.map(({ title, numeric }) => ({ name: title, numeric })),
      rows: rows.map(({ cells }) => cells.map(({ text, raw }) => ({ text, raw }))),
    };
  },
};

export default table;
