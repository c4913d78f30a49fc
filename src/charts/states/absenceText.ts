import type { Messages } from '../../i18n/messages.ts';
import type { StateRow } from './states.ts';

/** Why a row is in no state now, in words; '' when it is in one. `moment` writes a time (epoch ms). */
export function absenceText(
  { blocks, endedAt, isDown }: StateRow,
  messages: Messages['charts'],
  moment: (time: number) => string,
): string {
  const when = endedAt === null ? '' : moment(endedAt);
  if (isDown) return messages.down(when);
  if (endedAt !== null) return messages.ended(when);
  return blocks.length === 0 ? messages.noData : '';
}
