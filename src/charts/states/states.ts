import type { Tone } from '../../model/thresholds.ts';

/** What the block of a state is filled with, so that color is not its only sign. */
export type StatePattern = 'plain' | 'solid' | 'stripes' | 'dots' | 'lines';

/** What a row can be in. */
export interface State {
  readonly text: string;
  readonly tone: Tone | null;
  /** Its color. */
  readonly token: string;
  readonly pattern: StatePattern;
}

/** A stretch of one state, epoch ms, `to` not included. */
export interface Block {
  readonly from: number;
  readonly to: number;
  /** Index into the states. */
  readonly state: number;
}

/** One series; between its blocks nothing is known of it. */
export interface StateRow {
  /** Stays with the series from one refresh to the next; unique in its chart. */
  readonly key: string;
  readonly name: string;
  /** In time's order. */
  readonly blocks: readonly Block[];
  /** Epoch ms at which the last block ended, where that is before the newest time asked for; null otherwise. */
  readonly endedAt: number | null;
  /** Its target is down: why it ended, or never began. */
  readonly isDown: boolean;
}

/** Everything a state chart draws. */
export interface StatesModel {
  /** The times asked for, epoch ms, ascending; each state holds until the next of them. */
  readonly times: Float64Array;
  /** Milliseconds between two of them. */
  readonly step: number;
  readonly states: readonly State[];
  readonly rows: readonly StateRow[];
}

/** The block of a row at a time (epoch ms); null where nothing is known. */
export function blockAt({ blocks }: StateRow, time: number): Block | null {
  const block = blocks.findLast(({ from }) => from <= time);
  return block !== undefined && time < block.to ? block : null;
}

/** All that follows and precedes a block without a break in its state: in a status history a block is one step only. */
export function spellOf({ blocks }: StateRow, block: Block): Block {
  const at = blocks.indexOf(block);
  let { from, to } = block;
  for (let i = at - 1; blocks[i]?.state === block.state && blocks[i]?.to === from; i--) from = blocks[i]?.from ?? from;
  for (let i = at + 1; blocks[i]?.state === block.state && blocks[i]?.from === to; i++) to = blocks[i]?.to ?? to;
  return { from, to, state: block.state };
}

/** The state that a row is in now; null when it has ended, or was never in any. */
export function presentState({ states }: StatesModel, { blocks, endedAt }: StateRow): State | null {
  const last = blocks.at(-1);
  return endedAt !== null || last === undefined ? null : (states[last.state] ?? null);
}

/** Of the time that is known, the share that all rows together were in each state, 0 to 1; 0 when nothing is known. */
export function shares({ states, rows }: StatesModel): number[] {
  const spent = states.map(() => 0);
  for (const { from, to, state } of rows.flatMap(({ blocks }) => blocks)) {
    spent[state] = (spent[state] ?? 0) + to - from;
  }
  const total = spent.reduce((sum, time) => sum + time, 0);
  return spent.map((time) => (total > 0 ? time / total : 0));
}

const severities: Readonly<Record<Tone, number>> = { critical: 4, warning: 3, info: 2, neutral: 1, ok: 0 };

/** How bad a row is now, higher is worse: what has ended stands between a warning and what is critical. */
export function severity(model: StatesModel, row: StateRow): number {
  if (row.isDown) return severities.critical;
  if (row.endedAt !== null) return 3.5;
  const tone = presentState(model, row)?.tone;
  return tone ? severities[tone] : severities.neutral;
}

/** How many rows are in each present state, as words: `2 Up, 1 Down`. Those that have ended count under `ended`. */
export function presentCounts(model: StatesModel, rows: readonly StateRow[], ended: string): string {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const text = presentState(model, row)?.text ?? ended;
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return [...counts].map(([text, count]) => `${count} ${text}`).join(', ');
}
