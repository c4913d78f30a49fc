import { parseDuration } from '../../model/duration.ts';
import type { PackSummary } from '../../model/pack.ts';

/** One stop of the wall's round. */
export interface WallBoard {
  readonly pack: PackSummary;
  readonly dashboardId: string;
}

/** Each board stays this long where the address does not say, ms. */
const defaultStay = 30_000;
/** A board that stays for less cannot be read, ms. */
const shortestStay = 5_000;

/** How long each board stays, ms, from `?every=45s`. */
export function stayOf(search: string): number {
  const every = parseDuration(new URLSearchParams(search).get('every') ?? '');
  return every === null || every === 0 ? defaultStay : Math.max(every, shortestStay);
}

/**
 * The boards of a playlist, in the order of the packs: `all`, or a pack's id. Packs that are not among the ids `found` are
 * left out; null when there is no such playlist.
 */
export function boardsOf(
  playlist: string,
  packs: readonly PackSummary[],
  found: ReadonlySet<string>,
): readonly WallBoard[] | null {
  const chosen = playlist === 'all' ? packs : packs.filter(({ id }) => id === playlist);
  if (chosen.length === 0 && playlist !== 'all') return null;
  return chosen
    .filter(({ id }) => found.has(id))
    .flatMap((pack) => pack.dashboards.map(({ id }) => ({ pack, dashboardId: id })));
}

/** Where the round is. Times are epoch ms of the browser. */
export interface Round {
  /** Counts up for ever; the board is this modulo their number. */
  readonly position: number;
  /** A board that does not fit on one screen is shown as several, one after the other. */
  readonly screen: number;
  /** When the screen came on; while paused, when it would have come on to have as long left as it has. */
  readonly since: number;
  /** When the round was paused; null while it goes on. */
  readonly pausedAt: number | null;
}

export type RoundMove = 'next' | 'previous' | 'next-screen' | 'toggle-pause';

/** The round after a move at `now`. Going elsewhere by hand starts the time anew, paused or not. */
export function moved(round: Round, move: RoundMove, now: number): Round {
  const { position, screen, since, pausedAt } = round;
  if (move === 'toggle-pause') {
    return pausedAt === null
      ? { ...round, pausedAt: now }
      : { ...round, since: since + (now - pausedAt), pausedAt: null };
  }
  const anew = { since: now, pausedAt: pausedAt === null ? null : now };
  if (move === 'next-screen') return { ...anew, position, screen: screen + 1 };
  return { ...anew, position: position + (move === 'next' ? 1 : -1), screen: 0 };
}

/** Ms until the next screen comes, never below 0. */
export function timeLeft(round: Round, stay: number, now: number): number {
  return Math.max(0, round.since + stay - (round.pausedAt ?? now));
}

/** The index among `count` screens of the board: the last, where there have become fewer than the round has come to. */
export function screenOf({ screen }: Round, count: number): number {
  return Math.max(0, Math.min(screen, count - 1));
}

/** The index among `count` boards. */
export function indexOf(round: Round, count: number): number {
  return ((round.position % count) + count) % count;
}
