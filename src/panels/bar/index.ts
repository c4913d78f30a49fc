import { barPanelTexts } from '../../i18n/apart/panels/bar.ts';
import { readings, writeValue } from '../../model/readings.ts';
import type { PanelKind } from '../contract.ts';
import { BarPanel } from './BarPanel.tsx';
import { type BarOptions, decodeOptions } from './options.ts';
import { toBars } from './transform.ts';

/** As many bars as one listens to. */
const spoken = 5;

const bar: PanelKind<BarOptions> = {
  decodeOptions,
  Panel: BarPanel,
  summary: (props) => {
    const { values } = props.environment.messages.panels;
    const texts = barPanelTexts[props.environment.language];
    const { categories, total, groups, missing } = toBars(props);
    if (total === 0) return texts.none;
    const said = categories.slice(0, spoken).map(({ name, bars }) => {
      const figures = bars.map((one, i) => one && (groups.length > 1 ? `${groups[i]?.name} ${one.text}` : one.text));
      return values.read(name, figures.filter(Boolean).join(', '));
    });
    return [texts.summary(total, said), missing.length > 0 && texts.missing(missing)].filter(Boolean).join(' ');
  },
  toTable: ({ options, data, environment }) => {
    const { values } = environment.messages.panels;
    return {
      columns: [
        { name: values.name, numeric: false },
        { name: values.value, numeric: true },
      ],
      rows: readings(data.results, options.reduce, environment.language).map(({ name, value }) => [
        { text: name, raw: name },
        { text: writeValue(value, options, environment, true).line, raw: value === 'absent' ? null : value },
      ]),
    };
  },
};

export default bar;
