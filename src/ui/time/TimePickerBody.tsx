import type { Messages } from '../../i18n/messages.ts';
import { calendarRanges, quickRangeOf, recentRanges } from '../../model/quickRanges.ts';
import type { TimeRange } from '../../model/timeRange.ts';
import { Button } from '../Button.tsx';
import { Icon } from '../Icon.tsx';
import { RangeForm } from './RangeForm.tsx';
import type { TimeContext } from './rangeText.ts';
import styles from './TimePickerBody.module.css';
import { ZonePicker } from './ZonePicker.tsx';

export interface TimePickerBodyProps {
  readonly range: TimeRange;
  /** The viewer's choice of zone: `browser`, `utc` or an IANA name. The context's is what it comes to. */
  readonly zone: string;
  /** Where and when a range is read, asked when it is. */
  readonly context: () => TimeContext;
  readonly onRange: (range: TimeRange) => void;
  readonly onZone: (zone: string) => void;
  readonly onZoomOut: () => void;
  readonly texts: Messages['shell'];
}

/** What the time picker offers: quick ranges, exact ones, and the zone in which they are told. */
export default function TimePickerBody(props: TimePickerBodyProps) {
  const { range, zone, context, onRange, onZone, onZoomOut, texts } = props;
  return (
    <div className={styles.picker}>
      <QuickRanges range={range} onPick={onRange} texts={texts.time} />
      <div className={styles.exact}>
        <RangeForm range={range} context={context} onApply={onRange} texts={texts.time} />
        <Button icon="zoomOut" onClick={onZoomOut}>
          {texts.time.zoomOut}
        </Button>
        <ZonePicker zone={zone} context={context()} onZone={onZone} texts={texts} />
      </div>
    </div>
  );
}

interface QuickRangesProps {
  readonly range: TimeRange;
  readonly onPick: (range: TimeRange) => void;
  readonly texts: Messages['shell']['time'];
}

function QuickRanges({ range, onPick, texts }: QuickRangesProps) {
  const current = quickRangeOf(range);
  const groups = [
    { title: texts.recent, ranges: recentRanges },
    { title: texts.calendar, ranges: calendarRanges },
  ];
  return groups.map(({ title, ranges }) => (
    <section key={title} className={styles.group}>
      <h2 className={styles.heading}>{title}</h2>
      {ranges.map(({ id, from, to }) => (
        <button
          key={id}
          type="button"
          className={styles.quick}
          aria-pressed={id === current}
          data-autofocus={id === current || undefined}
          onClick={() => onPick({ from, to })}
        >
          {texts.quick[id]}
          {id === current && <Icon name="check" />}
        </button>
      ))}
    </section>
  ));
}
