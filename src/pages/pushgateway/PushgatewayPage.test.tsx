// @vitest-environment happy-dom
import '../../testing/popover.ts';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { describe, expect, it } from 'vitest';
import { mockServer } from '../../testing/mockServer.ts';
import { pageHost } from '../../testing/pageHost.tsx';
import PushgatewayPage from './PushgatewayPage.tsx';

const open = pageHost();
const server = mockServer();

const hostile = '<img src=x onerror=alert(1)>';
const seconds = (ago: number) => String(Date.now() / 1000 - ago);

const family = (name: string, type: string, value: string, help = '') => ({
  [name]: { time_stamp: new Date().toISOString(), type, help, metrics: [{ labels: { job: 'x' }, value }] },
});

const group = (job: string, pushed: number, more: object = {}) => ({
  labels: { job },
  last_push_successful: true,
  ...family('push_time_seconds', 'GAUGE', seconds(pushed)),
  ...family('push_failure_time_seconds', 'GAUGE', '0'),
  ...more,
});

const now = http.post('*/api/v1/query', () =>
  HttpResponse.json({ status: 'success', data: { resultType: 'vector', result: [] } }),
);

const config = { pushgateways: [{ id: 'pg', name: 'Gate' }], role: 'administrator' };

describe('the page of the Pushgateway', () => {
  it('says what to set where none is configured', async () => {
    server.use(now);
    open(<PushgatewayPage />, '/pushgateway');
    expect(await screen.findByText('No Pushgateway is configured.')).toBeDefined();
    expect(screen.getByText(/PUSHGATEWAY_URL/)).toBeDefined();
  });

  it('tells groups with their age, and the metrics inside as text', async () => {
    const data = [group('fresh', 2, family('temperature', 'GAUGE', '21.5', hostile)), group('old', 4000)];
    server.use(
      now,
      http.get('*/api/pg/pg/api/v1/metrics', () => HttpResponse.json({ status: 'success', data })),
    );
    open(<PushgatewayPage />, '/pushgateway', { config });
    expect(await screen.findByText('2 groups · 1 stale')).toBeDefined();
    expect(screen.getAllByRole('article').map((item) => item.querySelector('strong')?.textContent)).toEqual([
      'old',
      'fresh',
    ]);
    await userEvent.click(screen.getByRole('button', { name: 'Metrics of fresh' }));
    expect(screen.getByText('temperature')).toBeDefined();
    expect(screen.getByText('21.5')).toBeDefined();
    expect(screen.getByText(hostile)).toBeDefined();
    expect(document.querySelector('img')).toBeNull();
  });

  it('deletes a group once its job is typed', async () => {
    const deleted: string[] = [];
    const left = () => (deleted.length === 0 ? [group('a/b', 2)] : []);
    server.use(
      now,
      http.get('*/api/pg/pg/api/v1/metrics', () => HttpResponse.json({ status: 'success', data: left() })),
      http.delete('*/api/pg/pg/metrics/*', ({ request }) => {
        deleted.push(new URL(request.url).pathname);
        return new HttpResponse(null, { status: 202 });
      }),
    );
    open(<PushgatewayPage />, '/pushgateway', { config });
    await userEvent.click(await screen.findByRole('button', { name: 'Delete a/b' }));
    const dialog = within(screen.getByRole('dialog'));
    const button = dialog.getByRole('button', { name: 'Delete the group' });
    expect(button).toHaveProperty('disabled', true);
    await userEvent.type(dialog.getByRole('textbox'), 'a/b');
    await userEvent.click(button);
    expect(await screen.findByText('Nothing was pushed.')).toBeDefined();
    expect(deleted).toHaveLength(1);
  });

  it('lets a viewer delete nothing, and says which role it takes', async () => {
    const data = [group('a', 2)];
    server.use(
      now,
      http.get('*/api/pg/pg/api/v1/metrics', () => HttpResponse.json({ status: 'success', data })),
    );
    open(<PushgatewayPage />, '/pushgateway', { config: { ...config, role: 'viewer' } });
    const button = await screen.findByRole('button', { name: 'Delete a' });
    expect(button).toHaveProperty('disabled', true);
    expect(button.title).toContain('administrator');
  });
});
