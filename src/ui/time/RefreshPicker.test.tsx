// @vitest-environment happy-dom
import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { en } from '../../i18n/en/index.ts';
import { RefreshPicker, type RefreshStatus } from './RefreshPicker.tsx';

const fine: RefreshStatus = {
  countdown: 0.5,
  panels: 12,
  fetching: 0,
  failed: 0,
  oldestAge: 4_000,
  freshness: 'live',
  skew: 300,
  stretchedTo: null,
};

it.each<[string, Partial<RefreshStatus>, string]>([
  ['how old the data is', {}, '30 sdata 4 s old'],
  ['what failed, and how old the data is', { failed: 3, oldestAge: 600_000 }, '30 s3 panels faileddata 10 min old'],
  ['that the server is slow', { stretchedTo: 60_000 }, '30 sslow server, every 1 mindata 4 s old'],
  ['nothing of clocks that differ a little', { skew: -5_000 }, '30 sdata 4 s old'],
  ['that its own clock is ahead', { skew: -600_000 }, '30 sdata 4 s oldclock 10 min fast'],
  ['that its own clock is behind', { skew: 6_000 }, '30 sdata 4 s oldclock 6 s slow'],
  ['no age before there is data', { oldestAge: null }, '30 s'],
])('says %s', (_, status, text) => {
  render(
    <RefreshPicker
      refresh={30_000}
      status={{ ...fine, ...status }}
      onRefresh={() => {}}
      onRefreshNow={() => {}}
      texts={en.shell.time}
    />,
  );
  expect(screen.getByRole('button').textContent).toBe(text);
});
