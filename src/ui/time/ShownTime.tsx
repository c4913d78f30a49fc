import type { Messages } from '../../i18n/messages.ts';
import type { TimeRange } from '../../model/timeRange.ts';
import { rangeText, type TimeContext, zoneOffsetText } from './rangeText.ts';

interface ShownTimeProps {
  readonly range: TimeRange;
  readonly context: TimeContext;
  readonly texts: Messages['shell']['time'];
}

/** A range in words, and the zone in which they are meant. */
export function ShownTime({ range, context, texts }: ShownTimeProps) {
  return (
    <>
      {rangeText(range, context, texts)} <small>{zoneOffsetText(context.timeZone, context.now)}</small>
    </>
  );
}
