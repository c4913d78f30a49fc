import { gaugePanelTexts } from '../../i18n/apart/panels/gauge.ts';
import { readings, writeValue } from '../../model/readings.ts';
import type { PanelKind } from '../contract.ts';
import { GaugePanel } from './GaugePanel.tsx';
import { decodeOptions, type GaugeOptions } from './options.ts';
import { toGauges } from './transform.ts';

/** As many dials as one listens to. */
const spoken = 6;

const gauge: PanelKind<GaugeOptions> = {
  decodeOptions,
  Panel: GaugePanel,
  summary: (props) => {
    const { values } = props.environment.messages.panels;
    const texts = gaugePanelTexts[props.environment.language];
    const { dials, total } = toGauges(props);
    const said = dials.slice(0, spoken).map(({ name, written, beyond }) => {
      const judged = [written.line, beyond, written.tone && values.tones[written.tone]].filter(Boolean).join(', ');
      // One dial alone is named by the panel's title.
      return total === 1 ? judged : values.read(name, judged);
    });
    return texts.summary(said, total - said.length);
  },
  toTable: ({ options, data, environment }) => {
    const { values } = environment.messages.panels;
    return {
      columns: [
        { name: values.name, numeric: false },
        { name: values.value, numeric: true },
      ],
      rows: readings(data.results, options.reduce, environment.language, data.down).map(({ name, value, absence }) => [
        { text: name, raw: name },
        { text: writeValue(value, options, environment, false, absence).line, raw: value === 'absent' ? null : value },
      ]),
    };
  },
};

export default gauge;
