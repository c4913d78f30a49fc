import { lazy, type Ref, Suspense } from 'react';
import type { Messages } from '../../i18n/messages.ts';
import type { TimeRange } from '../../model/timeRange.ts';
import { Popover } from '../Popover.tsx';
import { rangeText, type TimeContext, zoneOffsetText } from './rangeText.ts';

export interface TimePickerProps {
  readonly range: TimeRange;
  /** The viewer's choice of zone: `browser`, `utc` or an IANA name. `context.timeZone` is what it comes to. */
  readonly zone: string;
  readonly context: TimeContext;
  readonly onRange: (range: TimeRange) => void;
  readonly onZone: (zone: string) => void;
  readonly onZoomOut: () => void;
  readonly texts: Messages['shell'];
  readonly triggerRef?: Ref<HTMLButtonElement>;
}

/** Most views are looked at and left: what is in the picker is loaded when it is first opened. */
const TimePickerBody = lazy(() => import('./TimePickerBody.tsx'));

/** Says which time is on screen, and offers others. */
export function TimePicker({ triggerRef, ...props }: TimePickerProps) {
  const { range, context, onRange, texts } = props;
  return (
    <Popover
      label={texts.time.pickerLabel}
      align="end"
      {...(triggerRef && { triggerRef })}
      trigger={
        <>
          {rangeText(range, context, texts.time)} <small>{zoneOffsetText(context.timeZone, context.now)}</small>
        </>
      }
    >
      {(close) => {
        const pick = (picked: TimeRange) => {
          onRange(picked);
          close();
        };
        return (
          <Suspense>
            <TimePickerBody {...props} onRange={pick} />
          </Suspense>
        );
      }}
    </Popover>
  );
}
