import { Sparkline } from '../charts/Sparkline.tsx';
import { useMessages } from '../data/messages.tsx';
import type { BoardClock } from '../data/useBoardClock.ts';
import type { FigureState } from '../data/usePackHealth.ts';
import { overviewTexts } from '../i18n/apart/overview.ts';
import { applyMappings } from '../model/mappings.ts';
import { toneOf } from '../model/thresholds.ts';
import { formatValue } from '../model/units.ts';
import { Mark } from '../ui/Mark.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import styles from './KeyFigure.module.css';

interface KeyFigureProps {
  readonly state: FigureState;
  readonly span: BoardClock['span'];
  readonly theme: 'light' | 'dark';
}

/** A key figure with its course: figure first, then shape. What is absent says so, and is never a zero. */
export function KeyFigure({ state, span, theme }: KeyFigureProps) {
  const { language } = useMessages();
  const { figure, frame, series, value } = state;
  const tone = value === null || value === 'absent' ? null : toneOf(value, figure.thresholds);
  const isWrong = tone === 'warning' || tone === 'critical';
  return (
    <li className={styles.figure} data-tone={tone ?? undefined}>
      <h3 className={styles.title}>
        {figure.title[language]}
        {isWrong && <Mark tone={tone} />}
      </h3>
      {value === null ? <Skeleton width="60%" height="28px" /> : <Value state={state} value={value} />}
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

function Value({ state, value }: { readonly state: FigureState; readonly value: number | 'absent' }) {
  const { language } = useMessages();
  const { unit, decimals, mappings } = state.figure;
  const mapped = applyMappings(value, mappings, language);
  if (mapped !== null) return <p className={styles.value}>{mapped.text}</p>;
  if (value === 'absent') return <p className={styles.absent}>{overviewTexts[language].absent}</p>;
  const { text, suffix } = formatValue(value, { unit, decimals, language });
  return (
    <p className={styles.value}>
      {text}
      {suffix !== '' && <small>{suffix}</small>}
    </p>
  );
}
