import { lazy, type ReactNode, type Ref, Suspense } from 'react';
import type { TimeRange } from '../../model/timeRange.ts';
import { Popover } from '../Popover.tsx';
import type { TimePickerBodyProps } from './TimePickerBody.tsx';

interface TimePickerProps extends TimePickerBodyProps {
  /** Which time is on screen: a `ShownTime`. */
  readonly children: ReactNode;
  readonly triggerRef?: Ref<HTMLButtonElement>;
}

/** Most views are looked at and left: what is in the picker is loaded when it is first opened. */
const TimePickerBody = lazy(() => import('./TimePickerBody.tsx'));

/** Says which time is on screen, and offers others. */
export function TimePicker({ children, triggerRef, ...props }: TimePickerProps) {
  const { onRange, texts } = props;
  return (
    <Popover label={texts.time.pickerLabel} align="end" {...(triggerRef && { triggerRef })} trigger={children}>
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
