// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeCanvas } from '../../testing/canvas.ts';
import { embeddedPrometheus, gaugeTarget } from '../../testing/embeddedPrometheus.ts';
import { mockServer } from '../../testing/mockServer.ts';
import { pageHost } from '../../testing/pageHost.tsx';
import { embedPath } from '../../view/embedPath.ts';
import EmbedPage from './EmbedPage.tsx';

fakeCanvas();
const openPage = pageHost();
const server = mockServer();

const text = (word: string) => ({ en: word, 'pt-BR': word });
const paths = ['/var/lib', '10.0.0.1:9100', 'a@b, c&d=e+f#g?', '50%', '%2F'];
const load = { id: 'load', kind: 'timeseries', title: text('Load'), queries: [{ expr: 'load' }] };
const disk = { ...load, id: 'disk', title: text('Disk $path'), repeat: 'path' };
const dashboard = {
  title: text('System'),
  section: 'system',
  range: 'now-1h',
  variables: [{ type: 'custom', name: 'path', options: paths, multi: true, all: true }],
  rows: [{ panels: [load, disk] }],
};

function open(address: string) {
  server.use(
    http.get('*/api/packs/gt/system', () => HttpResponse.json(dashboard)),
    embeddedPrometheus({ targets: [gaugeTarget('backend', { load: 3 })] }),
  );
  openPage(<EmbedPage pack="gt" dashboard="system" />, address);
}

it.each(paths)('shows a panel that repeats for %s', async (path) => {
  open(embedPath('gt/system', `disk--${path}`));
  expect(await screen.findByRole('region', { name: `Disk ${path}` })).toBeDefined();
});

describe('the range of an embedded panel', () => {
  beforeEach(() => {
    // Where the plot is in the window: the layer over it asks for it.
    vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, 600, 240));
  });

  const chart = () => screen.findByRole('slider', { name: 'Load: figures by time' });

  async function drag(from: number, to: number) {
    const over = await chart();
    over.setPointerCapture = () => {};
    const at = (clientX: number) => ({ clientX, clientY: 50, buttons: 1, pointerType: 'mouse' });
    fireEvent.pointerDown(over, at(from));
    fireEvent.pointerMove(over, at(to));
    fireEvent.pointerUp(over, at(to));
    await waitFor(() => expect(location.search).toMatch(/from=\d+&to=\d+/));
    return location.search;
  }

  it.each(['?from=now-7d', ''])('stays the one that its host chose with "%s" at a double click', async (search) => {
    open(`/embed/gt/system/load${search}`);
    fireEvent.doubleClick(await chart());
    expect(location.search).toBe(search);
  });

  it('goes back zoom by zoom to the one that its host chose, without a step of its history', async () => {
    open('/embed/gt/system/load?from=now-7d');
    const steps = history.length;
    const zoomed = await drag(100, 400);
    expect(await drag(200, 300)).not.toBe(zoomed);
    fireEvent.doubleClick(await chart());
    await waitFor(() => expect(location.search).toBe(zoomed));
    fireEvent.doubleClick(await chart());
    await waitFor(() => expect(location.search).toBe('?from=now-7d'));
    fireEvent.doubleClick(await chart());
    expect(location.search).toBe('?from=now-7d');
    expect(history.length).toBe(steps);
  });
});
