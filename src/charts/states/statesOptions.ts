import type uPlot from 'uplot';
import type { Messages } from '../../i18n/messages.ts';
import {
  type AxisLook,
  bareOptions,
  fontOf,
  type PlotPlace,
  type PlotState,
  pageTextSize,
  plainAxis,
  timeAxis,
  widest,
} from '../axes.ts';
import { hatch } from '../hatch.ts';
import { resolveToken } from '../palette.ts';
import { momentText } from '../timeTicks.ts';
import { absenceText } from './absenceText.ts';
import type { StatesModel } from './states.ts';
import { drawRows, rowHeightOf, type StatesColumns, type StatesPaint } from './statesDrawing.ts';
import { paintOf } from './statesPaint.ts';

/** What stays the same over refreshes. */
export interface StatesStructure extends AxisLook {
  readonly model: StatesModel;
  readonly messages: Messages['charts'];
}

/** A text that changes when, and only when, the plot has to be built anew. */
export function statesStructureKey({ model, theme, language, timeZone }: StatesStructure): string {
  return JSON.stringify([theme, language, timeZone, model.states, model.rows.map(({ name }) => name)]);
}

/** The most of a plot's width that the rows' names may take. */
const namesShare = 0.32;

/** uPlot's options for a state chart. */
export function statesOptions(
  structure: StatesStructure,
  state: PlotState<StatesColumns>,
  place: PlotPlace,
): uPlot.Options {
  const { model, theme, timeZone, language, messages } = structure;
  const { textSize } = place;
  const { timeScale, ...bare } = bareOptions(state, place);
  const pixel = (textSize / pageTextSize) * devicePixelRatio;
  const paint: StatesPaint = {
    states: model.states.map((one) => paintOf(one, theme, pixel)),
    faintInk: resolveToken('--ink-3', theme),
    criticalInk: resolveToken('--critical', theme),
    panel: resolveToken('--panel', theme),
    absent: hatch(resolveToken('--line-strong', theme), pixel),
    font: fontOf(textSize * devicePixelRatio, theme),
    pixel,
    absenceText: (row) => absenceText(row, messages, (time) => momentText(time, state.span, timeZone, language)),
  };
  return {
    ...bare,
    padding: [Math.ceil(textSize * 0.3), 2, 0, 0],
    scales: { x: timeScale, left: { range: () => [0, 1] } },
    axes: [timeAxis(structure, state, textSize), nameAxis(structure, state, place)],
    series: [{}],
    hooks: {
      drawAxes: [(plot) => drawRows(plot, state.columns, paint)],
    },
  };
}

function nameAxis({ theme }: StatesStructure, state: PlotState<StatesColumns>, place: PlotPlace): uPlot.Axis {
  const { textSize, width } = place;
  const font = fontOf(textSize, theme);
  const gap = Math.ceil(textSize * 0.7);
  const rows = () => state.columns.model.rows;
  return {
    ...plainAxis(font, resolveToken('--ink-2', theme)),
    scale: 'left',
    side: 3,
    gap,
    size: (_plot, values) => widest(values, font) + gap,
    grid: { show: false },
    splits: (plot) => {
      const part = rowHeightOf(state.columns, plot) / (plot.bbox.height / devicePixelRatio);
      return rows().map((_, i) => 1 - (i + 0.5) * part);
    },
    values: () => rows().map(({ name }) => fitted(name, width * namesShare, font)),
    filter: (_plot, splits) => splits,
  };
}

/** The text, or as much of its beginning as fits with an ellipsis into `most` CSS pixels. */
function fitted(text: string, most: number, font: string): string {
  if (widest([text], font) <= most) return text;
  let length = text.length - 1;
  while (length > 1 && widest([`${text.slice(0, length)}…`], font) > most) length--;
  return `${text.slice(0, length).trimEnd()}…`;
}
