import { lazy, type Ref, Suspense } from 'react';
import type { TimeRange } from '../../model/timeRange.ts';
import { Popover } from '../Popover.tsx';
import { rangeText, zoneOffsetText } from './rangeText.ts';
import type { TimePickerBodyProps } from './TimePickerBody.tsx';

interface TimePickerProps extends TimePickerBodyProps {
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
