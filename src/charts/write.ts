import type { Language } from '../model/language.ts';
import { applyMappings, type ValueMapping } from '../model/mappings.ts';
import { formatText } from '../model/units.ts';

/** How the figures of a series are written. */
export interface FigureFormat {
  readonly unit: string;
  readonly decimals: number | undefined;
  readonly mappings: readonly ValueMapping[];
  /** The unit's words stand beside the title: they are left out after the figure. */
  readonly labelled: boolean;
}

/** For whom figures are written. `now` is epoch ms. */
export interface Reader {
  readonly language: Language;
  readonly timeZone: string;
  readonly now: number;
}

/** A figure as it stands in tooltips and legends: the text it is mapped to, or the number with its unit. */
export function writeFigure(value: number, format: FigureFormat, reader: Reader): string {
  const mapped = applyMappings(value, format.mappings, reader.language);
  return mapped?.text ?? formatText(value, { ...format, ...reader });
}
