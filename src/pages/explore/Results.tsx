import { useMemo } from 'react';
import { useMessages } from '../../data/services/messages.tsx';
import { formatDuration, parseDuration } from '../../model/duration.ts';
import { parseTime, resolveTime } from '../../model/timeRange.ts';
import { Segmented } from '../../ui/Field.tsx';
import { Message } from '../../ui/Message.tsx';
import { fromField, toField } from '../../ui/time/rangeText.ts';
import { type Display, displays, type Explored } from '../../view/explored.ts';
import { useRangeMoves } from '../../view/useRangeMoves.ts';
import type { ServerPageProps } from '../frame/ServerPage.tsx';
import { CommitField } from './CommitField.tsx';
import styles from './Explore.module.css';
import type { MeteredSource } from './meteredSource.ts';
import { RawAnswer } from './RawAnswer.tsx';
import { ResultBoard } from './ResultBoard.tsx';
import { type Asked, split, type useAsked } from './useAsked.ts';
import { useTexts } from './useTexts.ts';

interface ResultsProps extends ServerPageProps {
  readonly explored: Explored;
  readonly source: MeteredSource;
  readonly asked: readonly Asked[];
  readonly onPlans: ReturnType<typeof useAsked>['onPlans'];
  readonly onChange: (patch: Partial<Explored>) => void;
}

/** What came of the queries that were run: over the range, and below it what was asked at one time. */
export function Results(props: ResultsProps) {
  const { explored, source, asked, onPlans, clock, view, change, theme, timeZone } = props;
  const texts = useTexts();
  const { queries, display } = explored;
  const { range, instant } = useMemo(() => split(queries), [queries]);
  const moves = useRangeMoves({ range: view.range, now: () => clock.now, timeZone, change });
  if (queries.length === 0) {
    return <Message title={texts.nothing.title}>{texts.nothing.detail}</Message>;
  }
  const shared = { explored, source, clock, theme, timeZone, onPlans, onZoom: moves.zoom };
  return (
    <>
      <ResultControls {...props} hasRange={range.length > 0} hasInstant={instant.length > 0} />
      <div className={display === 'raw' ? styles.unseen : styles.boards}>
        {range.length > 0 && <ResultBoard id="range" queries={range} {...shared} />}
        {instant.length > 0 && <ResultBoard id="instant" queries={instant} {...shared} />}
      </div>
      {display === 'raw' &&
        asked.map(({ plan }, i) => (
          <RawAnswer
            key={JSON.stringify([plan.kind, plan.expr, i])}
            plan={plan}
            source={source.dataSource}
            isFresh={clock.isByHand}
          />
        ))}
    </>
  );
}

interface ControlsProps extends ResultsProps {
  readonly hasRange: boolean;
  readonly hasInstant: boolean;
}

/** How the answers are shown, and how finely or when they were asked. */
function ResultControls({ explored, asked, onChange, clock, timeZone, hasRange, hasInstant }: ControlsProps) {
  const texts = useTexts();
  const { language } = useMessages();
  const { step, at, display } = explored;
  const planned = asked.find(({ plan }) => plan.kind === 'range')?.plan;
  const auto =
    planned?.kind === 'range' && step === null ? texts.step.autoIs(formatDuration(planned.step)) : texts.step.auto;
  const context = { now: clock.now, timeZone, language };
  const onStep = (text: string) => {
    const next = text === '' ? null : parseDuration(text);
    if (text !== '' && (next === null || next <= 0)) return false;
    onChange({ step: next });
    return true;
  };
  const onAt = (text: string) => {
    const time = text === '' ? null : parseTime(fromField(text, 'end', context));
    if (text !== '' && time === null) return false;
    onChange({ at: time === null ? null : resolveTime(time, clock.now, timeZone, 'end') });
    return true;
  };
  return (
    <div className={styles.controls}>
      <Segmented<Display>
        label={texts.display.label}
        options={displays.map((value) => ({ value, label: texts.display[value] }))}
        value={display}
        onChange={(value) => onChange({ display: value })}
      />
      {hasRange && (
        <CommitField
          label={texts.step.label}
          value={step === null ? '' : formatDuration(step)}
          placeholder={auto}
          onCommit={onStep}
          problem={texts.step.bad}
        />
      )}
      {hasInstant && (
        <CommitField
          label={texts.at.label}
          value={at === null ? '' : toField(String(at), timeZone)}
          placeholder={texts.at.end}
          onCommit={onAt}
          problem={texts.at.bad}
        />
      )}
    </div>
  );
}
