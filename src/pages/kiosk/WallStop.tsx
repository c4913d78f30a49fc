import type { ReactNode } from 'react';
import { type RoundMove, screenOf } from './playlist.ts';
import { useRoundTimer } from './useRound.ts';
import type { RoundPlace } from './WallFooter.tsx';
import { WallHeader } from './WallHeader.tsx';

export interface Stop {
  readonly system: string;
  readonly title: string;
  readonly place: RoundPlace;
  readonly move: (move: RoundMove) => void;
}

/** Where the round stands, until it goes on: title and time, and below them what there is of the board. */
export function WallStop({ system, title, place, move, children }: Stop & { readonly children: ReactNode }) {
  const { count, screens, round, stay, timeZone } = place;
  useRoundTimer({ round, move, stay, boards: count, screens });
  const shown = screens > 1 ? `${screenOf(round, screens) + 1} / ${screens}` : null;
  return (
    <>
      <WallHeader system={system} title={title} place={shown} timeZone={timeZone} />
      {children}
    </>
  );
}
