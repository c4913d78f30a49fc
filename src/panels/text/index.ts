import type { PanelKind, PanelProps } from '../contract.ts';
import { decodeOptions, type TextOptions } from './options.ts';
import { TextPanel } from './TextPanel.tsx';
import { readMarkdown, toLines } from './transform.ts';

const lines = ({ options, environment }: PanelProps<TextOptions>) =>
  toLines(readMarkdown(options.text[environment.language], environment.interpolate));

const text: PanelKind<TextOptions> = {
  decodeOptions,
  Panel: TextPanel,
  summary: (props) => lines(props).join(' '),
  toTable: (props) => ({
    columns: [{ name: props.environment.title, numeric: false }],
    rows: lines(props).map((line) => [{ text: line, raw: line }]),
  }),
};

export default text;
