// @vitest-environment happy-dom
import '../../testing/popover.ts';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeCanvas } from '../../testing/canvas.ts';
import { embeddedPrometheus, gaugeTarget } from '../../testing/embeddedPrometheus.ts';
import { mockServer } from '../../testing/mockServer.ts';
import { pageHost } from '../../testing/pageHost.tsx';
import AutoPage from './AutoPage.tsx';

fakeCanvas();
const open = pageHost();
const server = mockServer();
beforeEach(() => localStorage.clear());

const readings = { api_load: 0.5, api_queue: 3, api_memory_bytes: 1e6, go_goroutines: 9 };
const shop = () =>
  embeddedPrometheus({
    targets: [
      gaugeTarget('shop/web', readings, { instance: 'a:80' }),
      gaugeTarget('shop/web', readings, { instance: 'b:80' }),
      gaugeTarget('other', { other: 1 }),
    ],
  });
const board = '/auto/shop%2Fweb';
const titles = () => screen.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent);

describe('the board of a job', () => {
  it('is made of what the job measures, in rows', async () => {
    server.use(shop());
    open(<AutoPage />, board);
    expect(await screen.findByRole('heading', { name: 'shop/web', level: 1 })).toBeDefined();
    expect(await screen.findByText(/^Made from metadata: 9 metrics\./)).toBeDefined();
    expect(await screen.findByRole('button', { name: 'At a glance' })).toBeDefined();
    await waitFor(() =>
      expect(titles()).toEqual([
        'Targets up',
        'Slowest scrape',
        'Samples a scrape',
        'Series',
        'api_load',
        'api_memory_bytes',
        'api_queue',
      ]),
    );
    expect((await screen.findAllByText('b:80')).length).toBeGreaterThan(0);
    const runtime = screen.getByRole('button', { name: /^go/ });
    expect(runtime.getAttribute('aria-expanded')).toBe('false');
    await userEvent.click(runtime);
    expect(await screen.findByRole('heading', { name: /^go_goroutines/ })).toBeDefined();
  });

  it('is narrowed by a filter in the address, which opens what it finds', async () => {
    server.use(shop());
    open(<AutoPage />, `${board}?q=gorou`);
    expect(await screen.findByRole('heading', { name: /^go_goroutines/ })).toBeDefined();
    expect(screen.getByText('1 of 9 metrics')).toBeDefined();
    const filter = screen.getByRole('searchbox', { name: 'Filter by metric name' });
    await userEvent.clear(filter);
    await userEvent.type(filter, 'nothing like it');
    expect(await screen.findByText('No metric of this job fits the filter.')).toBeDefined();
    expect(new URLSearchParams(location.search).get('q')).toBe('nothing like it');
  });

  it('shows one panel alone, also of a row that begins closed', async () => {
    server.use(shop());
    open(<AutoPage />, `${board}?panel=go_goroutines`);
    expect(await screen.findByRole('heading', { name: /^go_goroutines/ })).toBeDefined();
    expect(screen.getByRole('link', { name: 'All panels' }).getAttribute('href')).not.toContain('panel=');
  });

  it('is kept as the file of a pack', async () => {
    server.use(shop());
    open(<AutoPage />, board);
    await screen.findByRole('button', { name: 'At a glance' });
    await userEvent.click(screen.getByRole('button', { name: 'Save as YAML' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Keep this board' }));
    const text = dialog.getByText(/^title: shop\/web/).textContent ?? '';
    expect(text).toContain('expr: sum by (instance) (api_queue{job="shop/web", instance=~"$instance"})');
    expect(text).not.toContain('go_goroutines');
  });

  it('asks for the labels of open rows only, and never for all series', async () => {
    const asked: string[] = [];
    server.use(
      http.all('*/api/ds/:id/api/v1/:endpoint', async ({ request, params }) => {
        asked.push(`${params.endpoint} ${await request.clone().text()}`);
        return undefined;
      }),
      shop(),
    );
    open(<AutoPage />, board);
    await screen.findByRole('button', { name: 'At a glance' });
    await waitFor(() => expect(asked.filter((one) => one.includes('topk')).length).toBe(2));
    expect(asked.filter((one) => one.startsWith('series') || one.includes('go_goroutines'))).toEqual([]);
  });

  it('is there on a server that tells no metadata, and where labels cannot be asked', async () => {
    server.use(
      http.get('*/api/ds/:id/api/v1/metadata', () => HttpResponse.json({}, { status: 404 })),
      http.post('*/api/ds/:id/api/v1/query', () =>
        HttpResponse.json({ status: 'error', errorType: 'execution', error: 'no' }, { status: 422 }),
      ),
      shop(),
    );
    open(<AutoPage />, board);
    await waitFor(() => expect(titles()).toContain('api_queue'));
  });
});

describe('a job that is not there', () => {
  it('is said, with the jobs there are', async () => {
    server.use(shop());
    open(<AutoPage />, '/auto/nowhere');
    expect(await screen.findByText('No job named nowhere has data here.')).toBeDefined();
    const link = await screen.findByRole('link', { name: 'shop/web' });
    expect(link.getAttribute('href')).toBe('/auto/shop%2Fweb');
    expect(screen.getByRole('link', { name: 'other' })).toBeDefined();
  });

  it('names all of them where no job is asked for, in the language of the viewer', async () => {
    server.use(shop());
    open(<AutoPage />, '/auto?lang=pt-BR', { language: 'pt-BR' });
    expect(await screen.findByText('Cada um abre um dashboard feito do que o job mede.')).toBeDefined();
    expect(await screen.findByRole('link', { name: 'shop/web' })).toBeDefined();
  });

  it('is not confused with a server that fails', async () => {
    server.use(
      http.get('*/api/ds/:id/api/v1/label/:name/values', () =>
        HttpResponse.json({ status: 'error', errorType: 'internal', error: 'disk on fire' }, { status: 500 }),
      ),
      shop(),
    );
    open(<AutoPage />, board);
    expect((await screen.findByRole('alert')).textContent).toContain('disk on fire');
  });
});
