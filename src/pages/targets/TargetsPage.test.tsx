// @vitest-environment happy-dom
import '../../testing/popover.ts';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { describe, expect, it } from 'vitest';
import { embeddedPrometheus, gaugeTarget } from '../../testing/embeddedPrometheus.ts';
import { mockServer } from '../../testing/mockServer.ts';
import { pageHost } from '../../testing/pageHost.tsx';
import TargetsPage from './TargetsPage.tsx';

const open = pageHost();
const server = mockServer();

const threeTargets = () =>
  embeddedPrometheus({
    targets: [
      gaugeTarget('api', { x: 1 }, { instance: 'a:80' }),
      gaugeTarget('api', { x: 1 }, { instance: 'b:80', isUp: false }),
      gaugeTarget('web', { x: 1 }, { instance: 'w:80' }),
    ],
  });

const shown = () => screen.getAllByRole('article').map((item) => within(item).getByRole('link').textContent);

describe('the page of targets', () => {
  it('counts them by pool, and puts what is down first', async () => {
    server.use(threeTargets());
    open(<TargetsPage />, '/targets');
    expect(await screen.findByText('2 up, 1 down')).toBeDefined();
    const pools = screen.getAllByRole('heading', { level: 2 }).map((heading) => heading.textContent);
    expect(pools).toEqual(['api1 of 2 up', 'web1 of 1 up']);
    // The mark says it to those who do not see it.
    expect(screen.getByRole('heading', { level: 2, name: /^With targets down *api/ })).toBeDefined();
    expect(screen.getByRole('heading', { level: 2, name: /^All up *web/ })).toBeDefined();
    expect(shown()).toEqual(['b:80', 'a:80', 'w:80']);
    const down = within(screen.getAllByRole('article')[0] ?? document.body);
    expect(down.getByRole('img', { name: 'Down' })).toBeDefined();
    expect(down.getByText(/connect: connection refused/)).toBeDefined();
    expect(document.documentElement.dataset.app).toBe('ready');
    const board = screen.getByRole('link', { name: 'Board of api' });
    expect(board.getAttribute('href')).toBe('/auto/api');
  });

  it('is narrowed by what the address says, and writes there what narrows it', async () => {
    server.use(threeTargets());
    open(<TargetsPage />, '/targets?match=job%3D%22api%22');
    await screen.findByText('2 up, 1 down');
    expect(shown()).toEqual(['b:80', 'a:80']);
    await userEvent.click(screen.getByRole('radio', { name: 'Not up' }));
    expect(shown()).toEqual(['b:80']);
    await userEvent.type(screen.getByRole('combobox', { name: 'Filter' }), 'instance=~c.*{Enter}');
    expect(await screen.findByText('No target fits the filter.')).toBeDefined();
    const params = new URLSearchParams(location.search);
    expect(params.getAll('match')).toEqual(['job="api"', 'instance=~"c.*"']);
    expect(params.get('health')).toBe('unhealthy');
    await userEvent.click(screen.getByRole('button', { name: 'Remove instance=~"c.*"' }));
    expect(shown()).toEqual(['b:80']);
  });

  it('closes and opens a pool, and tells the labels as discovered', async () => {
    server.use(threeTargets());
    open(<TargetsPage />, '/targets');
    await userEvent.click(await screen.findByRole('button', { name: /^.*web/ }));
    expect(shown()).toEqual(['b:80', 'a:80']);
    await userEvent.click(screen.getByRole('button', { name: 'Labels of a:80 as discovered' }));
    expect(screen.getByText('__address__')).toBeDefined();
  });

  it('keeps what it has when the server fails, and says how old that is', async () => {
    server.use(threeTargets());
    open(<TargetsPage />, '/targets');
    await screen.findByText('2 up, 1 down');
    server.use(http.all('*/api/ds/:id/*', () => new HttpResponse('gone', { status: 502 })));
    await userEvent.click(screen.getByRole('button', { name: /15 s/ }));
    await userEvent.click(screen.getByRole('menuitem', { name: /Refresh now/ }));
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('What is shown is');
    expect(shown()).toEqual(['b:80', 'a:80', 'w:80']);
  });

  it('is in Portuguese too, and shows hostile labels as text', async () => {
    const hostile = '<img src=x onerror=alert(1)>';
    server.use(embeddedPrometheus({ targets: [gaugeTarget('api', { x: 1 }, { instance: hostile })] }));
    open(<TargetsPage />, '/targets', { language: 'pt-BR' });
    expect(await screen.findByText('1 no ar, 0 fora do ar')).toBeDefined();
    expect(screen.getByText(hostile)).toBeDefined();
    await waitFor(() => expect(document.querySelector('img')).toBeNull());
  });
});
