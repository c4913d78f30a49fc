import { memo } from 'react';
import type { Messages } from '../../i18n/messages.ts';
import { Swatch } from '../Swatch.tsx';
import { type Reader, writeFigure } from '../write.ts';
import styles from './HeatLegend.module.css';
import { cellAtShare, extentOf, type HeatModel } from './heat.ts';
import { heatRamp } from './heatOptions.ts';
import { lastFigure } from './reading.ts';

interface HeatLegendProps extends Reader {
  readonly model: HeatModel;
  readonly theme: 'light' | 'dark';
  readonly surface: 'page' | 'wall' | 'embed';
  readonly label: string;
  readonly messages: Messages['charts'];
}

/** The scale of the colors, with what its middle and its end stand for, and the lines with their last figures. */
export const HeatLegend = memo(function HeatLegend(props: HeatLegendProps) {
  const { model, theme, surface, label, messages, ...reader } = props;
  const extent = extentOf(model.cells);
  const ramp = heatRamp(theme);
  const write = (cell: number) => writeFigure(cell, { ...model.cellFigures, labelled: true }, reader);
  return (
    <ul className={styles.legend} data-surface={surface} aria-label={messages.legend(label)}>
      <li className={styles.scale}>
        <span>{write(0)}</span>
        {extent.most > 0 && (
          <>
            <Ramp colors={ramp.slice(0, ramp.length / 2)} />
            <span>{write(cellAtShare(0.5, extent, model.colors))}</span>
            <Ramp colors={ramp.slice(ramp.length / 2)} />
            <span>{writeFigure(extent.most, { ...model.cellFigures, labelled: false }, reader)}</span>
          </>
        )}
      </li>
      {model.cells.some(Number.isNaN) && (
        <li>
          <span className={styles.absent} />
          {messages.noData}
        </li>
      )}
      {model.lines.map((line) => (
        <li key={line.key}>
          <Swatch token={line.token} dash={line.dash} />
          {line.name} <b>{lastFigure(line, model, reader)}</b>
        </li>
      ))}
    </ul>
  );
});

function Ramp({ colors }: { readonly colors: readonly string[] }) {
  return <span className={styles.ramp} style={{ background: `linear-gradient(to right, ${colors.join(', ')})` }} />;
}
