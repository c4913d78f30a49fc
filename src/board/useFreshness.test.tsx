// @vitest-environment happy-dom
import { act, waitFor, within } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import {
  boardHost,
  dashboardOf,
  refuse,
  region,
  serveStreams,
  stateOf,
  streamsPanel,
  until,
} from '../testing/board.tsx';
import { noon } from '../testing/panelProps.ts';
import { Board, type BoardProps } from './Board.tsx';

const { renderBoard } = boardHost((given, props: Partial<BoardProps>) => <Board {...given} {...props} />);

it('says how old its data is when nothing new comes, late first and then stale, and never blanks', async () => {
  vi.useFakeTimers({ now: noon });
  const { server } = renderBoard(dashboardOf(streamsPanel), serveStreams(142));
  await until(() => stateOf('Active streams') === 'ready');
  server.answerWith(refuse);
  await act(() => vi.advanceTimersByTimeAsync(100_000));
  expect(region('Active streams').dataset.freshness).toBe('late');
  expect(within(region('Active streams')).getByText('1 min 40 s old')).toBeDefined();
  vi.setSystemTime(Date.now() + 490_000);
  await act(() => vi.advanceTimersByTimeAsync(10_000));
  expect(region('Active streams').dataset).toMatchObject({ freshness: 'stale', state: 'ready' });
  expect(within(region('Active streams')).getByText('10 min old')).toBeDefined();
  expect(within(region('Active streams')).getAllByText(/142/).length).toBeGreaterThan(0);
  server.answerWith(serveStreams(143));
  await act(() => vi.advanceTimersByTimeAsync(30_000));
  await until(() => region('Active streams').dataset.freshness === 'live');
});

it('grows old also where the clock of the browser is set back while nothing comes', async () => {
  vi.useFakeTimers({ now: noon });
  const { server } = renderBoard(dashboardOf(streamsPanel), serveStreams(142));
  await until(() => stateOf('Active streams') === 'ready');
  // As the board begins on the server's time.
  await act(() => vi.advanceTimersByTimeAsync(30_000));
  server.answerWith(refuse);
  vi.setSystemTime(Date.now() - 3_600_000);
  for (let i = 0; i < 100; i++) await act(() => vi.advanceTimersByTimeAsync(1_000));
  expect(region('Active streams').dataset.freshness).toBe('late');
  // The tick that came a second after the step is about what was answered before.
  expect(within(region('Active streams')).getByText('1 min 39 s old')).toBeDefined();
});

it('grows old also while the server hangs: a question without an answer does not hold the clock', async () => {
  vi.useFakeTimers({ now: noon });
  let isHanging = false;
  renderBoard(dashboardOf(streamsPanel), serveStreams(142), {
    delay: () => (isHanging ? new Promise(() => {}) : undefined),
  });
  await until(() => stateOf('Active streams') === 'ready');
  isHanging = true;
  await act(() => vi.advanceTimersByTimeAsync(59_000));
  expect(region('Active streams').dataset.freshness).toBe('live');
  await act(() => vi.advanceTimersByTimeAsync(3_000));
  expect(region('Active streams').dataset.freshness).toBe('late');
  await act(() => vi.advanceTimersByTimeAsync(90_000));
  expect(region('Active streams').dataset).toMatchObject({ freshness: 'stale', state: 'ready' });
  expect(within(region('Active streams')).getByText('142')).toBeDefined();
});

it('says as of when it is, where nothing is asked by itself', async () => {
  renderBoard(dashboardOf(streamsPanel), serveStreams(142), { refresh: null });
  await waitFor(() => expect(stateOf('Active streams')).toBe('ready'));
  expect(region('Active streams').dataset.freshness).toBe('still');
  expect(within(region('Active streams')).getByText(/^as of 12:00/)).toBeDefined();
});
