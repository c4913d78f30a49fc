import { Sparkline } from '../charts/Sparkline.tsx';
import type { BoardClock } from '../data/clock/useBoardClock.ts';
import type { FigureState } from '../data/packs/usePackHealth.ts';
import { useMessages } from '../data/services/messages.tsx';
import { absenceText, absent } from '../model/absence.ts';
import { applyMappings } from '../model/mappings.ts';
import { toneOf } from '../model/thresholds.ts';
import { formatValue } from '../model/units.ts';
import { Mark } from '../ui/Mark.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import styles from './KeyFigure.module.css';
import { PartialTag } from './PartialTag.tsx';

interface KeyFigureProps {
  readonly state: FigureState;
  readonly span: BoardClock['span'];
  readonly theme: 'light' | 'dark';
}

/** A key figure with its course: figure first, then shape. What is absent says so, and is never a zero. */
export function KeyFigure({ state, span, theme }: KeyFigureProps) {
  const { language } = useMessages();
  const { figure, frame, series, value, isPartial, warnings } = state;
  const tone = value === null || value === 'absent' ? null : toneOf(value, figure.thresholds);
  const isWrong = tone === 'warning' || tone === 'critical';
  return (
    <li className={styles.figure} data-tone={tone ?? undefined}>
      <h3 className={styles.title}>
        {figure.title[language]}
        {isPartial && <PartialTag warnings={warnings} />}
        {isWrong && <Mark tone={tone} />}
      </h3>
      {value === null ? <Skeleton width="60%" height="28px" /> : <Value state={state} value={value} now={span.to} />}
      <div className={styles.spark}>
        {frame !== null && series !== null && (
          <Sparkline
            times={frame.times}
            values={series.values}
            span={span}
            token={isWrong ? `--${tone}` : '--series-1'}
            theme={theme}
            lineWidth={1.5}
          />
        )}
      </div>
    </li>
  );
}

interface ValueProps {
  readonly state: FigureState;
  readonly value: number | 'absent';
  /** Epoch ms on the server's clock. */
  readonly now: number;
}

function Value({ state, value, now }: ValueProps) {
  const { language, messages } = useMessages();
  const { unit, decimals, mappings } = state.figure;
  const mapped = applyMappings(value, mappings, language);
  if (mapped !== null) return <p className={styles.value}>{mapped.text}</p>;
  if (value === 'absent') {
    const absence = state.absence ?? absent;
    return (
      <p className={styles.absent} data-absence={absence.kind}>
        {absence.kind === 'down' && (
          <>
            <Mark tone="critical" />{' '}
          </>
        )}
        {absenceText(absence, now, messages.panels.values)}
      </p>
    );
  }
  const { text, suffix } = formatValue(value, { unit, decimals, language });
  return (
    <p className={styles.value}>
      {text}
      {suffix !== '' && <small>{suffix}</small>}
    </p>
  );
}
