// @vitest-environment happy-dom
import { act, cleanup, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { usePacks } from '../../data/packs/usePacks.ts';
import { pageHost } from '../../testing/pageHost.tsx';
import { useUpdates } from './useUpdates.ts';

const MINUTE = 60_000;
const page = (start: string) => `<html><head><script type="module" crossorigin src="${start}"></script></head></html>`;

const open = pageHost();
beforeEach(() => {
  vi.useFakeTimers();
  // Put into the page itself it would be loaded.
  const own = new DOMParser().parseFromString(page('/assets/old.js'), 'text/html').querySelector('script');
  vi.spyOn(document, 'querySelector').mockReturnValue(own);
});
afterEach(() => void vi.useRealTimers());

const away = (): Response => {
  throw new TypeError('Failed to fetch');
};
const build = (name: string) => () => new Response(page(`/assets/${name}.js`));
const config = (id: string) => () => Response.json({ dataSources: [{ id, name: 'Main', kind: 'prometheus' }] });
const packs = (name: string) => () => {
  const pack = { id: 'shop', title: { en: name, 'pt-BR': name }, dashboards: [] };
  return Response.json({ packs: [{ ...pack, detect: 'up', jobs: [] }], problems: [] });
};
const server = { '/': build('old'), '/api/config': config('main'), '/api/packs': packs('Shop') };

const pass = (minutes: number) => act(() => vi.advanceTimersByTimeAsync(minutes * MINUTE));

function Titles() {
  const { packs: known } = usePacks();
  useUpdates();
  return <p>{known.map(({ title }) => title.en).join()}</p>;
}

/** A wall whose server answers at first as it did when the wall was loaded. `loads` counts how often it loads itself again. */
async function wall() {
  const answers: Record<string, () => Response> = { ...server };
  vi.stubGlobal(
    'fetch',
    vi.fn(async (address: string) => (answers[address] ?? expect.fail(address))()),
  );
  const loads = vi.spyOn(location, 'reload').mockImplementation(() => {});
  open(<Titles />, '/kiosk/all');
  await pass(60);
  expect(loads).not.toHaveBeenCalled();
  expect(screen.getByText('Shop')).toBeDefined();
  return { answers, loads };
}

it.each<[name: string, answers: Partial<typeof server>, times: number]>([
  ['takes up another build', { '/': build('new') }, 1],
  ['takes up another configuration', { '/api/config': config('other') }, 1],
  ['waits for a server that is away', { '/': away, '/api/config': away }, 0],
  ['waits for a server that is half away', { '/': away }, 0],
  ['takes no failure for a build', { '/': () => new Response(page('/assets/new.js'), { status: 502 }) }, 0],
  ['takes no page of something else for a build', { '/': () => new Response('<html><body>Log in</body></html>') }, 0],
  ['takes no failure for packs', { '/api/packs': () => new Response('', { status: 502 }) }, 0],
])('%s', async (_, changed, times) => {
  const { answers, loads } = await wall();
  Object.assign(answers, changed);
  await pass(6);
  expect(loads).toHaveBeenCalledTimes(times);
  expect(screen.getByText('Shop')).toBeDefined();
});

it('shows packs as they were edited', async () => {
  const { answers, loads } = await wall();
  answers['/api/packs'] = packs('Store');
  await pass(6);
  expect(screen.getByText('Store')).toBeDefined();
  expect(loads).not.toHaveBeenCalled();
});

it('lets its server alone when it is gone', async () => {
  await wall();
  const { calls } = vi.mocked(fetch).mock;
  const asked = calls.length;
  cleanup();
  await pass(60);
  expect(calls.length).toBe(asked);
});
