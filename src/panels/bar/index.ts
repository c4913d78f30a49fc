import { barPanelTexts } from '../../i18n/apart/panels/bar.ts';
import { writeValue } from '../../model/readings.ts';
import type { PanelKind } from '../contract.ts';
import { BarPanel } from './BarPanel.tsx';
import { type BarOptions, decodeOptions } from './options.ts';
import { toBars, toCategories } from './transform.ts';

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
  toTable: (props) => {
    const { options, environment } = props;
    const { values } = environment.messages.panels;
    const { groups, categories } = toCategories(props);
    return {
      columns: [
        { name: options.category ?? values.name, numeric: false },
        ...groups.map((name) => ({ name: name || values.value, numeric: true })),
      ],
      rows: categories.map(({ name, readings }) => [
        { text: name, raw: name },
        ...readings.map((reading) => {
          if (reading === null) return { text: '', raw: null };
          const { value } = reading;
          return { text: writeValue(value, options, environment, true).line, raw: value === 'absent' ? null : value };
        }),
      ]),
    };
  },
};

export default bar;
