// @vitest-environment happy-dom
import '../../testing/popover.ts';
import { EditorView } from '@codemirror/view';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeCanvas } from '../../testing/canvas.ts';
import { embeddedPrometheus, gaugeTarget } from '../../testing/embeddedPrometheus.ts';
import { mockServer } from '../../testing/mockServer.ts';
import { pageHost } from '../../testing/pageHost.tsx';
import ExplorePage from './ExplorePage.tsx';

const MINUTE = 60_000;

fakeCanvas();
const open = pageHost();
const server = mockServer();
beforeEach(() => localStorage.clear());

const twoTargets = () =>
  embeddedPrometheus({
    targets: [gaugeTarget('api', { load: 0.5 }, { instance: 'a:80' }), gaugeTarget('web', { load: 2 })],
  });

/** The editors in the order of the queries. */
function editors(): EditorView[] {
  const hosts = [...document.querySelectorAll('*')].filter(({ shadowRoot }) => shadowRoot !== null);
  return hosts.flatMap(({ shadowRoot }) => {
    const content = shadowRoot?.querySelector<HTMLElement>('.cm-content') ?? null;
    return (content && EditorView.findFromDOM(content)) ?? [];
  });
}
const written = () => editors().map(({ state }) => state.doc.toString());
const write = (text: string, at = 0) =>
  act(async () => {
    const editor = editors()[at];
    editor?.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: text } });
  });
const params = () => new URLSearchParams(location.search);

describe('Explore', () => {
  it('runs what the address says, and says what it cost', async () => {
    server.use(twoTargets());
    open(<ExplorePage />, '/explore?expr=load&mode=instant');
    expect(
      await screen.findByText(/^2 series · \d+ samples read · .* on the server · .*B · answered in/),
    ).toBeDefined();
    const table = await screen.findByRole('table');
    expect(
      within(table)
        .getAllByRole('row')
        .map(({ textContent }) => textContent),
    ).toContain('web:80web2');
    expect(written()).toEqual(['load']);
  });

  it('writes what is run into the address, and keeps what is not run on the device', async () => {
    server.use(twoTargets());
    open(<ExplorePage />, '/explore');
    expect(await screen.findByText('Nothing has been run yet.')).toBeDefined();
    await write('sum(load)');
    expect(location.search).toBe('');
    await userEvent.click(screen.getByRole('button', { name: 'Run' }));
    expect(await screen.findByText(/^1 series · /)).toBeDefined();
    expect(params().getAll('expr')).toEqual(['sum(load)']);
    await write('sum(load) * 2');
    expect(localStorage.getItem('mirante.explore.draft')).toContain('sum(load) * 2');
    expect(params().getAll('expr')).toEqual(['sum(load)']);
    await userEvent.click(screen.getByRole('button', { name: 'History' }));
    expect(await screen.findByRole('option', { name: /^sum\(load\)/ })).toBeDefined();
  });

  it.each(['time()%60', 'load{path="/a%20b"} or load', 'load{instance=~".+"} # 100%25'])(
    'runs %s as it is written',
    async (expr) => {
      const asked: (string | null)[] = [];
      server.events.on('request:start', async ({ request }) => {
        if (request.url.includes('/api/v1/query'))
          asked.push(new URLSearchParams(await request.clone().text()).get('query'));
      });
      server.use(twoTargets());
      open(<ExplorePage />, '/explore?mode=instant');
      await write(expr);
      await userEvent.click(screen.getByRole('button', { name: 'Run' }));
      await screen.findByText(/answered in/);
      expect(written()).toEqual([expr]);
      expect(params().getAll('expr')).toEqual([expr]);
      expect(asked).toContain(expr);
    },
  );

  it('runs at a key press what is written at that moment, drawn or not', async () => {
    server.use(twoTargets());
    open(<ExplorePage />, '/explore?expr=load');
    await screen.findByText(/^2 series · /);
    act(() => {
      const [editor] = editors();
      editor?.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: 'sum(load)' } });
      editor?.contentDOM.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true }));
    });
    expect(await screen.findByText(/^1 series · /)).toBeDefined();
    expect(params().getAll('expr')).toEqual(['sum(load)']);
    expect(written()).toEqual(['sum(load)']);
  });

  it('says where a query is wrong, in the words of the server', async () => {
    server.use(twoTargets());
    open(<ExplorePage />, '/explore?expr=sum(load');
    expect((await screen.findAllByText(/parse error/)).length).toBeGreaterThan(0);
  });

  it('keeps the raw answer in its place until the next one comes', async () => {
    const asked: string[] = [];
    let answer = () => {};
    const answered = new Promise<void>((resolve) => {
      answer = resolve;
    });
    server.use(twoTargets());
    open(<ExplorePage />, '/explore?expr=load&mode=instant&show=raw');
    const raw = await screen.findByText(/"resultType": "vector"/);
    server.use(
      http.all('*/api/v1/query', async ({ request }) => {
        asked.push(request.url);
        await answered;
        return HttpResponse.json({ status: 'success', data: { resultType: 'vector', result: [] } });
      }),
    );
    vi.setSystemTime(Date.now() + MINUTE);
    await userEvent.click(screen.getByRole('button', { name: 'Run' }));
    await waitFor(() => expect(asked.length).toBeGreaterThan(1));
    expect(raw.isConnected).toBe(true);
    expect(raw.textContent).toContain('"resultType": "vector"');
    answer();
    await waitFor(() => expect(raw.textContent).toContain('"result": []'));
  });

  it('hints at a mistake that the server accepts, and counts the parts of a query', async () => {
    server.use(twoTargets());
    open(<ExplorePage />, '/explore?expr=sum(load%5B10s%5D)&expr=sum(rate(load%5B10s%5D))');
    const hints = await screen.findAllByRole('list', { name: 'Hints' });
    expect(hints[0]?.textContent).toContain('shorter than four scrapes');
    await userEvent.click(screen.getByRole('button', { name: 'More of Query 2' }));
    await userEvent.click(screen.getByRole('menuitem', { name: 'Show the tree' }));
    const tree = await screen.findByRole('list', { name: 'The query as a tree' });
    await waitFor(() => expect(within(tree).getAllByText(/series$/).length).toBe(3));
  });

  it('says that this server cannot format', async () => {
    server.use(
      http.all('*/format_query', () => new HttpResponse('404 page not found', { status: 404 })),
      twoTargets(),
    );
    open(<ExplorePage />, '/explore?expr=up');
    await userEvent.click(await screen.findByRole('button', { name: 'More of Query 1' }));
    await userEvent.click(screen.getByRole('menuitem', { name: 'Format' }));
    expect(await screen.findByText('This server cannot format queries.')).toBeDefined();
  });

  it('is in Portuguese too, and shows hostile labels as text', async () => {
    const hostile = '<img src=x onerror=alert(1)>';
    server.use(
      embeddedPrometheus({
        targets: [
          gaugeTarget('api', { load: 1 }, { labels: { note: hostile } }),
          gaugeTarget('api', { load: 2 }, { instance: 'b' }),
        ],
      }),
    );
    open(<ExplorePage />, '/explore?expr=load&mode=instant', { language: 'pt-BR' });
    expect(await screen.findByRole('button', { name: 'Executar' })).toBeDefined();
    expect((await screen.findAllByText(hostile)).length).toBeGreaterThan(0);
    expect(document.querySelector('img')).toBeNull();
  });
});
