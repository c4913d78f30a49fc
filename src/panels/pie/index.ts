import { piePanelTexts } from '../../i18n/apart/panels/pie.ts';
import type { PanelKind } from '../contract.ts';
import { decodeOptions, type PieOptions } from './options.ts';
import { PiePanel } from './PiePanel.tsx';
import { toPie } from './transform.ts';

const pie: PanelKind<PieOptions> = {
  decodeOptions,
  Panel: PiePanel,
  summary: (props) => {
    const texts = piePanelTexts[props.environment.language];
    const { parts, total, refusal } = toPie(props);
    if (total === null) return refusal ?? '';
    return texts.summary(
      total.line,
      parts.map(({ name, text, share }) => (share === '' ? `${name} ${text}` : texts.slice(name, text, share))),
    );
  },
  toTable: (props) => {
    const { values } = props.environment.messages.panels;
    const texts = piePanelTexts[props.environment.language];
    // Every series has its row here, also those that the pie adds up.
    const { parts } = toPie({ ...props, options: { ...props.options, limit: Number.POSITIVE_INFINITY } });
    return {
      columns: [
        { name: values.name, numeric: false },
        { name: values.value, numeric: true },
        { name: texts.share, numeric: true },
      ],
      rows: parts.map(({ name, value, text, share }) => [
        { text: name, raw: name },
        { text, raw: value === 'absent' ? null : value },
        { text: share, raw: share },
      ]),
    };
  },
};

export default pie;
