// @vitest-environment happy-dom
import { notifyManager, QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook } from '@testing-library/react';
import { type ReactNode, useLayoutEffect } from 'react';
import { expect, it } from 'vitest';
import { createQueryClient } from './queryClient.ts';
import { useResults } from './useResults.ts';

notifyManager.setScheduler(queueMicrotask);

/** Questions that are answered by hand, and how often what asks them is drawn. */
function setUp(first: readonly string[]) {
  const client = createQueryClient();
  const open = new Map<string, (answer: string) => void>();
  const log: string[] = [];
  const queryOf = (name: string) => ({
    queryKey: [name],
    queryFn: ({ signal }: { readonly signal: AbortSignal }) => {
      log.push(`ask ${name}`);
      signal.addEventListener('abort', () => log.push(`leave ${name}`));
      return new Promise<string>((resolve) => open.set(name, resolve));
    },
  });
  const lists = new Map<string, ReturnType<typeof queryOf>[]>();
  const listOf = (names: readonly string[]) => {
    const list = lists.get(names.join()) ?? names.map(queryOf);
    lists.set(names.join(), list);
    return list;
  };
  let drawings = 0;
  const wrapper = (props: { readonly children: ReactNode }) => <QueryClientProvider client={client} {...props} />;
  const { result, rerender, unmount } = renderHook(
    ({ names }) => {
      drawings++;
      // After the drawing, before what was drawn is followed.
      useLayoutEffect(() => {
        if (names.includes('told')) client.setQueryData(['told'], 'TOLD');
      }, [names]);
      return useResults(listOf(names));
    },
    { wrapper, initialProps: { names: first } },
  );
  return {
    unmount,
    ask: (...names: string[]) => rerender({ names }),
    answer: (name: string) => act(async () => open.get(name)?.(name.toUpperCase())),
    /** What is on the page: answers, `…` where one is awaited. */
    shown: () => result.current.map(({ data, isFetching }) => `${data ?? ''}${isFetching ? '…' : ''}`),
    /** How often it was drawn since this was last called. */
    drawings: () => {
      const count = drawings;
      drawings = 0;
      return count;
    },
    log,
  };
}

it('draws a tick once when it is asked, and once when it is answered', async () => {
  const { ask, answer, shown, drawings } = setUp(['a1', 'b1']);
  expect([shown(), drawings()]).toEqual([['…', '…'], 1]);
  await answer('a1');
  await answer('b1');
  expect([shown(), drawings()]).toEqual([['A1', 'B1'], 2]);
  ask('a2', 'b2');
  expect([shown(), drawings()]).toEqual([['…', '…'], 1]);
  await answer('a2');
  expect([shown(), drawings()]).toEqual([['A2', '…'], 1]);
});

it('takes what is answered between its drawing and its asking', async () => {
  const { ask, shown, log } = setUp(['a']);
  await act(async () => ask('told'));
  expect([shown(), log]).toEqual([['TOLD'], ['ask a', 'leave a']]);
});

it.each([
  ['fewer', ['a', 'b'], ['b'], ['ask a', 'ask b', 'leave a']],
  ['more before it', ['b'], ['a', 'b'], ['ask b', 'ask a']],
  ['others', ['a', 'b'], ['c', 'b'], ['ask a', 'ask b', 'leave a', 'ask c']],
  ['none', ['a', 'b'], [], ['ask a', 'ask b', 'leave a', 'leave b']],
])('goes on asking what is still wanted: %s', async (_, before, after, expected) => {
  const { ask, log, shown, answer } = setUp(before);
  ask(...after);
  expect(log.toSorted()).toEqual(expected.toSorted());
  for (const name of after) await answer(name);
  expect(shown()).toEqual(after.map((name) => name.toUpperCase()));
});

it('asks nothing any more when it is gone', () => {
  const { unmount, log } = setUp(['a']);
  unmount();
  expect(log).toEqual(['ask a', 'leave a']);
});
