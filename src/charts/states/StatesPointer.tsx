import { formatDuration } from '../../model/duration.ts';
import { type PointedAt, PointerLayer, type PointerProps, type PointerReading } from '../PointerLayer.tsx';
import { momentText } from '../timeTicks.ts';
import type { Plot } from '../usePlot.ts';
import styles from './StatesChart.module.css';
import { type Block, blockAt } from './states.ts';
import { middleOf, rowAt, type StatesColumns } from './statesDrawing.ts';

type StatesPointerProps = PointerProps & { readonly plot: Plot<StatesColumns> };

/** The pointer's layer over a state chart: what the row under the pointer was in, since when and until when. */
export function StatesPointer(props: StatesPointerProps) {
  const { chart, state } = props.plot;
  const height = chart.bbox.height / devicePixelRatio;
  const count = state.columns.model.rows.length;
  const move = (y: number | null, direction: -1 | 1) => {
    const next = y === null ? 0 : rowAt(y / height, count) + direction;
    return height * (1 - middleOf(Math.min(count - 1, Math.max(0, next)), count));
  };
  return <PointerLayer {...props} snap="before" read={(at) => readingAt(at, props)} onVertical={move} />;
}

function readingAt({ time, y }: PointedAt, props: StatesPointerProps): PointerReading {
  const { plot, messages } = props;
  const { model } = plot.state.columns;
  const height = plot.chart.bbox.height / devicePixelRatio;
  const r = y === null ? 0 : rowAt(y / height, model.rows.length);
  const row = model.rows[r];
  if (row === undefined) return { spoken: [], rows: [], more: null, marks: null };
  const block = blockAt(row, time);
  const text = block === null ? messages.noData : (model.states[block.state]?.text ?? '');
  const lasting = block && lastingOf(block, props);
  const moment = momentText(time, props.span, props.timeZone, props.language);
  return {
    spoken: [row.name, text, ...(lasting ? [lasting.when, `${messages.duration} ${lasting.duration}`] : [])],
    title: row.name,
    rows: lasting
      ? [
          { key: 'state', name: text, value: lasting.duration },
          { key: 'when', name: lasting.when, value: '' },
        ]
      : [{ key: 'state', name: text, value: moment }],
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
  const rowHeight = chart.bbox.height / devicePixelRatio / state.columns.model.rows.length;
  const left = Math.max(0, chart.valToPos(block.from, 'x'));
  const right = Math.min(chart.bbox.width / devicePixelRatio, chart.valToPos(block.to, 'x'));
  return (
    <div
      className={styles.block}
      style={{ transform: `translate(${left}px, ${row * rowHeight}px)`, width: right - left, height: rowHeight }}
    />
  );
}
