// @vitest-environment happy-dom
import { renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useUpdates } from './useUpdates.ts';

const MINUTE = 60_000;
const page = (start: string) => `<html><head><script type="module" crossorigin src="${start}"></script></head></html>`;

beforeEach(() => {
  vi.useFakeTimers();
  // Put into the page itself it would be loaded.
  const own = new DOMParser().parseFromString(page('/assets/old.js'), 'text/html').querySelector('script');
  vi.spyOn(document, 'querySelector').mockReturnValue(own);
});
afterEach(() => void vi.useRealTimers());

/** How often a wall loads itself again in an hour whose server answers with these, one after the other, the last for ever. */
async function reloads(...answers: readonly (() => Response)[]): Promise<number> {
  let asked = 0;
  vi.stubGlobal('fetch', async () => (answers[asked++] ?? answers.at(-1) ?? expect.fail())());
  const reload = vi.spyOn(location, 'reload').mockImplementation(() => {});
  const { unmount } = renderHook(useUpdates);
  await vi.advanceTimersByTimeAsync(60 * MINUTE);
  expect(asked).toBe(12);
  unmount();
  await vi.advanceTimersByTimeAsync(60 * MINUTE);
  expect(asked).toBe(12);
  return reload.mock.calls.length;
}

const same = () => new Response(page('/assets/old.js'));
const another = () => new Response(page('/assets/new.js'));
const away = (): Response => {
  throw new TypeError('Failed to fetch');
};

it.each<[name: string, answers: (() => Response)[], times: number]>([
  ['stays with the build that the server has', [same], 0],
  ['takes up another build', [same, same, same, same, same, same, same, same, same, same, same, another], 1],
  ['waits for a server that is away', [away], 0],
  ['takes no failure for a build', [() => new Response(page('/assets/new.js'), { status: 502 })], 0],
  ['takes no page of something else for a build', [() => new Response('<html><body>Log in</body></html>')], 0],
])('%s', async (_, answers, times) => {
  expect(await reloads(...answers)).toBe(times);
});
