import { type Reader, writeFigure } from '../write.ts';
import type { HeatLine, HeatModel } from './heat.ts';

/** What a line says at a time: beyond the last bound that is all that is known. '–' where it says nothing. */
export function lineFigure(
  { values, beyond }: HeatLine,
  index: number,
  { figures }: HeatModel,
  reader: Reader,
): string {
  const value = values[index];
  if (value === undefined || Number.isNaN(value)) return '–';
  return `${beyond?.[index] === 1 ? '> ' : ''}${writeFigure(value, { ...figures, labelled: false }, reader)}`;
}

/** What a line says in the newest column; '–' when it has ended. */
export function lastFigure(line: HeatLine, model: HeatModel, reader: Reader): string {
  return lineFigure(line, model.times.length - 1, model, reader);
}
