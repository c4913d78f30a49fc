// @vitest-environment happy-dom
import '../../testing/popover.ts';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { describe, expect, it } from 'vitest';
import { mockServer } from '../../testing/mockServer.ts';
import { pageHost } from '../../testing/pageHost.tsx';
import StatusPage from './StatusPage.tsx';

const open = pageHost();
const server = mockServer();

const good = (data: unknown) => () => HttpResponse.json({ status: 'success', data });

const everything = () => [
  http.get('*/status/buildinfo', good({ version: '2.42.0', revision: 'abc' })),
  http.get('*/status/runtimeinfo', good({ reloadConfigSuccess: false, storageRetention: '15d' })),
  http.get('*/status/flags', good({ 'web.enable-lifecycle': 'true', 'log.level': 'info' })),
  http.get('*/status/config', good({ yaml: 'global:\n  scrape_interval: 15s\n' })),
  http.get(
    '*/status/tsdb',
    good({
      headStats: { numSeries: 20_000, chunkCount: 3, minTime: 0, maxTime: 1 },
      labelValueCountByLabelName: [{ name: 'session_id', value: 12_000 }],
      memoryInBytesByLabelName: [{ name: 'session_id', value: 2048 }],
    }),
  ),
  http.get('*/status/walreplay', good({ min: 0, max: 10, current: 4 })),
  http.get(
    '*/api/v1/alertmanagers',
    good({ activeAlertmanagers: [{ url: 'http://am/api' }], droppedAlertmanagers: [] }),
  ),
  http.post('*/api/v1/query', good({ resultType: 'vector', result: [] })),
];

const part = (name: string) => within(screen.getByRole('region', { name }));

describe('the page of the status', () => {
  it('tells what the server is and what its database says', async () => {
    server.use(...everything());
    open(<StatusPage />, '/status?flag=lifecycle');
    expect(await screen.findByText('2.42.0')).toBeDefined();
    expect(await screen.findByText(/^session_id has 12,000 values/)).toBeDefined();
    expect(await screen.findByText('failed: an older configuration is in use')).toBeDefined();
    expect(await screen.findByText(/replayed 4 of 10 segments/)).toBeDefined();
    expect(await screen.findByText('http://am/api')).toBeDefined();
    expect(await screen.findByText('--web.enable-lifecycle')).toBeDefined();
    expect(screen.queryByText('--log.level')).toBeNull();
    expect((await screen.findByText(/scrape_interval: 15s/)).tagName).toBe('PRE');
    expect(document.documentElement.dataset.app).toBe('ready');
  });

  it('leaves out nothing else where a server does not offer a part', async () => {
    const unsupported = () => new HttpResponse('unsupported path requested: "/api/v1/status/flags"', { status: 400 });
    server.use(
      http.get('*/status/flags', unsupported),
      http.get('*/status/buildinfo', good({})),
      http.get('*/status/config', good({ yaml: '' })),
      ...everything(),
    );
    open(<StatusPage />, '/status');
    expect(await screen.findByText('http://am/api')).toBeDefined();
    for (const name of ['Flags', 'Build', 'Configuration']) {
      expect(await part(name).findByText('This server does not offer this.')).toBeDefined();
    }
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('says which role reloading needs', async () => {
    server.use(...everything());
    open(<StatusPage />, '/status', { language: 'pt-BR' });
    expect(await screen.findByText(/exige o papel administrator; o seu é viewer/)).toBeDefined();
    expect(screen.getByRole('button', { name: 'Recarregar a configuração' })).toHaveProperty('disabled', true);
  });

  it('reloads when an administrator confirms, and says which flag a refusal is about', async () => {
    let asked = 0;
    const refuse = () => {
      asked += 1;
      return asked === 1 ? new HttpResponse('Lifecycle API is not enabled.', { status: 403 }) : new HttpResponse('');
    };
    server.use(http.post('*/-/reload', refuse), ...everything());
    open(<StatusPage />, '/status', { config: { role: 'administrator' } });
    await userEvent.click(await screen.findByRole('button', { name: 'Reload the configuration' }));
    expect(asked).toBe(0);
    await userEvent.click(screen.getByRole('button', { name: 'Reload' }));
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('Lifecycle API is not enabled.');
    expect(alert.textContent).toContain('--web.enable-lifecycle');
    await userEvent.click(screen.getByRole('button', { name: 'Reload' }));
    expect(await screen.findByText('The configuration was read again.')).toBeDefined();
  });
});
