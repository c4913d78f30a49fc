import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PackSummary } from '../../model/pack.ts';
import { boardsOf, indexOf, moved, type Round, type RoundMove, screenOf, stayOf, timeLeft } from './playlist.ts';

const text = (word: string) => ({ en: word, 'pt-BR': word });
const pack = (id: string, ...dashboards: string[]): PackSummary => ({
  id,
  title: text(id),
  description: text(''),
  detect: 'up',
  jobs: [],
  figures: [],
  scrape: '',
  links: [],
  dashboards: dashboards.map((name) => ({ id: name, title: text(name), section: 'system' })),
});

describe('boardsOf', () => {
  const packs = [pack('gt-vision', 'system', 'business'), pack('mordomo', 'voice'), pack('rbaileys', 'buffer')];
  const found = new Set(['gt-vision', 'rbaileys']);
  const names = (playlist: string) =>
    boardsOf(playlist, packs, found)?.map((board) => `${board.pack.id}/${board.dashboardId}`) ?? null;

  it.each([
    ['all', ['gt-vision/system', 'gt-vision/business', 'rbaileys/buffer']],
    ['rbaileys', ['rbaileys/buffer']],
    ['mordomo', []],
    ['unknown', null],
  ])('%s', (playlist, boards) => {
    expect(names(playlist)).toEqual(boards);
  });
});

it.each([
  ['', 30_000],
  ['?every=1m30s', 90_000],
  ['?every=1s', 5_000],
  ['?every=0', 30_000],
  ['?every=soon', 30_000],
])('a board stays as "%s" says', (search, stay) => {
  expect(stayOf(search)).toBe(stay);
});

describe('the round', () => {
  const start: Round = { position: 0, screen: 0, since: 1_000, pausedAt: null };

  it('counts down, stands still while paused and goes on with what was left', () => {
    expect(timeLeft(start, 30_000, 11_000)).toBe(20_000);
    const paused = moved(start, 'toggle-pause', 11_000);
    expect(timeLeft(paused, 30_000, 500_000)).toBe(20_000);
    const resumed = moved(paused, 'toggle-pause', 500_000);
    expect(timeLeft(resumed, 30_000, 505_000)).toBe(15_000);
    expect(resumed.position).toBe(0);
  });

  it('gives a board its whole time when it is chosen by hand', () => {
    const next = moved(start, 'next', 20_000);
    expect(timeLeft(next, 30_000, 20_000)).toBe(30_000);
    expect(indexOf(moved(start, 'previous', 20_000), 4)).toBe(3);
  });

  it('goes through the screens of a board, and to the first of another', () => {
    const second = moved(start, 'next-screen', 31_000);
    expect([second.position, second.screen, timeLeft(second, 30_000, 31_000)]).toEqual([0, 1, 30_000]);
    expect(moved(second, 'next', 61_000)).toMatchObject({ position: 1, screen: 0 });
    expect(moved(second, 'previous', 61_000)).toMatchObject({ position: -1, screen: 0 });
  });

  it('is at the last of a board’s screens where they have become fewer', () => {
    const third = { ...start, screen: 2 };
    expect([5, 3, 2, 1, 0].map((count) => screenOf(third, count))).toEqual([2, 2, 1, 0, 0]);
  });

  it('is always at one of the boards, with a time between nothing and a whole stay', () => {
    const moves = fc.array(
      fc.tuple(fc.constantFrom<RoundMove>('next', 'previous', 'next-screen', 'toggle-pause'), fc.nat(60_000)),
    );
    fc.assert(
      fc.property(moves, fc.integer({ min: 1, max: 9 }), (steps, count) => {
        let now = 1_000;
        let round = start;
        for (const [move, later] of steps) {
          now += later;
          round = moved(round, move, now);
          expect(indexOf(round, count)).toBeGreaterThanOrEqual(0);
          expect(indexOf(round, count)).toBeLessThan(count);
          expect(timeLeft(round, 30_000, now)).toBeLessThanOrEqual(30_000);
        }
      }),
    );
  });
});
