import { grafanaPanelTexts } from '../../i18n/apart/panels/grafana.ts';
import type { PanelKind } from '../contract.ts';
import { GrafanaPanel } from './GrafanaPanel.tsx';
import { decodeOptions, type GrafanaOptions } from './options.ts';
import { hostOf, linkOf } from './transform.ts';

const grafana: PanelKind<GrafanaOptions> = {
  decodeOptions,
  Panel: GrafanaPanel,
  summary: ({ options, environment }) => {
    const texts = grafanaPanelTexts[environment.language];
    const address = environment.grafanaUrl(linkOf(options), 'solo');
    return address === null ? `${texts.notSet} ${texts.whatToSet}` : texts.summary(hostOf(address));
  },
  // What a frame of another server shows is not ours to read; where it is, is.
  toTable: ({ options, environment }) => {
    const address = environment.grafanaUrl(linkOf(options), 'full');
    return {
      columns: [{ name: grafanaPanelTexts[environment.language].address, numeric: false }],
      rows: address === null ? [] : [[{ text: address, raw: address }]],
    };
  },
};

export default grafana;
