import { notifyManager } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { tellTogether } from './tellTogether.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  notifyManager.setScheduler((callback) => setTimeout(callback, 0));
});

function listen(isIdle: () => boolean) {
  const told: string[] = [];
  tellTogether({ isIdle });
  return { told, say: (word: string) => notifyManager.schedule(() => told.push(word)) };
}

it('tells at once when nothing is asked', () => {
  const { told, say } = listen(() => true);
  say('a');
  vi.advanceTimersByTime(0);
  expect(told).toEqual(['a']);
});

it('tells all answers of a burst together, in their order, as soon as the last is here', () => {
  let isIdle = false;
  const { told, say } = listen(() => isIdle);
  say('a');
  vi.advanceTimersByTime(50);
  say('b');
  expect(told).toEqual([]);
  isIdle = true;
  say('c');
  vi.advanceTimersByTime(0);
  expect(told).toEqual(['a', 'b', 'c']);
});

it('does not wait for a slow answer when no other comes meanwhile', () => {
  const { told, say } = listen(() => false);
  say('a');
  vi.advanceTimersByTime(50);
  say('b');
  vi.advanceTimersByTime(59);
  expect(told).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(told).toEqual(['a', 'b']);
});

it('tells what it has before a trickle of answers ends', () => {
  const { told, say } = listen(() => false);
  for (let i = 0; i < 10; i++) {
    say(`${i}`);
    vi.advanceTimersByTime(30);
  }
  expect(told).toEqual(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']);
});
