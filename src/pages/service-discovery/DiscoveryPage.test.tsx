// @vitest-environment happy-dom
import '../../testing/popover.ts';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { expect, it } from 'vitest';
import { mockServer } from '../../testing/mockServer.ts';
import { pageHost } from '../../testing/pageHost.tsx';
import DiscoveryPage from './DiscoveryPage.tsx';

const open = pageHost();
const server = mockServer();

const hostile = '<img src=x onerror=alert(1)>';

const target = {
  scrapePool: 'api',
  scrapeUrl: 'http://a:80/metrics',
  lastError: '',
  lastScrape: '2026-01-01T00:00:00Z',
  lastScrapeDuration: 0.1,
  health: 'up',
  discoveredLabels: { __address__: 'a:80', job: 'api', team: hostile },
  labels: { job: 'api', instance: 'a:80' },
};

const answering = () => [
  http.get('*/api/v1/targets', () =>
    HttpResponse.json({
      status: 'success',
      data: {
        activeTargets: [target],
        droppedTargets: [{ discoveredLabels: { __address__: 'b:80', job: 'api' }, scrapePool: 'api' }],
      },
    }),
  ),
  http.post('*/api/v1/query', () =>
    HttpResponse.json({ status: 'success', data: { resultType: 'vector', result: [] } }),
  ),
];

it('shows labels before and after relabelling, with what it changed, and what it dropped', async () => {
  server.use(...answering());
  open(<DiscoveryPage />, '/service-discovery');
  expect(await screen.findByText('1 kept, 1 dropped')).toBeDefined();
  expect(screen.getByText('added').parentElement?.textContent).toBe('addedinstance=a:80');
  expect(screen.getByText('removed').parentElement?.textContent).toBe(`removedteam=${hostile}`);
  expect(screen.getByText(/^Dropped by relabelling/)).toBeDefined();
  expect(document.querySelector('img')).toBeNull();
  await userEvent.click(screen.getByRole('radio', { name: 'Dropped' }));
  expect(screen.queryByText('added')).toBeNull();
  expect(location.search).toBe('?show=dropped');
});
