import { formatDuration } from '../../model/duration.ts';
import { type PointedAt, PointerLayer, type PointerProps, type PointerReading } from '../PointerLayer.tsx';
import { momentText } from '../timeTicks.ts';
import type { Plot } from '../usePlot.ts';
import { absenceText } from './absenceText.ts';
import { StateKey } from './StateKey.tsx';
import styles from './StatesChart.module.css';
import { type Block, blockAt, spellOf } from './states.ts';
import { rowHeightOf, type StatesColumns } from './statesDrawing.ts';

type StatesPointerProps = PointerProps & { readonly plot: Plot<StatesColumns> };

/** The pointer's layer over a state chart: what the row under the pointer was in, since when and until when. */
export function StatesPointer(props: StatesPointerProps) {
  const { chart, state } = props.plot;
  const rowHeight = rowHeightOf(state.columns, chart);
  const last = state.columns.model.rows.length - 1;
  const move = (y: number | null, direction: -1 | 1) => {
    // By keys alone it is the first row that is told.
    const next = (y === null ? 0 : Math.floor(y / rowHeight)) + direction;
    return (Math.min(last, Math.max(0, next)) + 0.5) * rowHeight;
  };
  return <PointerLayer {...props} snap="before" read={(at) => readingAt(at, props)} onVertical={move} />;
}

function readingAt({ time, y }: PointedAt, props: StatesPointerProps): PointerReading {
  const { plot, messages } = props;
  const { model } = plot.state.columns;
  const r = y === null ? 0 : Math.floor(y / rowHeightOf(plot.state.columns, plot.chart));
  const row = model.rows[r];
  if (row === undefined) return { spoken: [], rows: [], more: null, marks: null };
  const found = blockAt(row, time);
  const block = found && spellOf(row, found);
  const text = block === null ? messages.noData : (model.states[block.state]?.text ?? '');
  const lasting = block && lastingOf(block, props);
  const mark = <StateKey state={(block && model.states[block.state]) ?? null} />;
  const moment = (at: number) => momentText(at, props.span, props.timeZone, props.language);
  const hasEnded = row.endedAt !== null && time >= row.endedAt;
  const when = hasEnded ? absenceText(row, messages, moment) : moment(time);
  const absence = [{ key: 'when', name: when, value: '' }];
  return {
    spoken: [
      row.name,
      text,
      ...(hasEnded ? [when] : []),
      ...(lasting ? [lasting.when, `${messages.duration} ${lasting.duration}`] : []),
    ],
    title: row.name,
    rows: lasting
      ? [
          { key: 'state', mark, name: text, value: lasting.duration },
          { key: 'when', name: lasting.when, value: '' },
        ]
      : [{ key: 'state', mark, name: text, value: '' }, ...absence],
    more: null,
    marks: block && <BlockMark block={block} row={r} plot={plot} />,
  };
}

/** From when to when a block lasts, and how long; of one that is cut off by the range only that it is longer. */
function lastingOf({ from, to }: Block, { span, timeZone, language, messages, plot }: StatesPointerProps) {
  const moment = (at: number) => momentText(at, span, timeZone, language);
  const { times, step } = plot.state.columns.model;
  const isCutBefore = from <= (times[0] ?? from);
  const isCutAfter = to >= (times.at(-1) ?? to) + step;
  const length = formatDuration(to - from);
  const since = isCutBefore ? messages.sinceBefore(moment(from)) : messages.since(moment(from));
  return {
    when: isCutAfter ? since : messages.between(moment(from), moment(to)),
    duration: isCutBefore || isCutAfter ? messages.atLeast(length) : length,
  };
}

function BlockMark({ block, row, plot }: { block: Block; row: number; plot: Plot<StatesColumns> }) {
  const { chart, state } = plot;
  const rowHeight = rowHeightOf(state.columns, chart);
  const left = Math.max(0, chart.valToPos(block.from, 'x'));
  const right = Math.min(chart.bbox.width / devicePixelRatio, chart.valToPos(block.to, 'x'));
  return (
    <div
      className={styles.block}
      style={{ transform: `translate(${left}px, ${row * rowHeight}px)`, width: right - left, height: rowHeight }}
    />
  );
}
