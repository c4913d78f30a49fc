import { describe, expect, it } from 'vitest';
import { createRequestQueue } from './requestQueue.ts';
import { failureOf } from './testing.ts';

/** Tasks by name that end when told, and the order in which they began. */
function setUp(limit: number) {
  const queue = createRequestQueue(limit);
  const began: string[] = [];
  const ends = new Map<string, { resolve: (value: string) => void; reject: (reason: Error) => void }>();
  const run = (name: string, standing: number | (() => number | null) = 0, signal?: AbortSignal) =>
    queue.run(typeof standing === 'number' ? () => standing : standing, signal, () => {
      began.push(name);
      return new Promise<string>((resolve, reject) => ends.set(name, { resolve, reject }));
    });
  const end = async (name: string) => {
    ends.get(name)?.resolve(name);
    await settled();
  };
  return { run, began, ends, end };
}

/** After all that waits only for promises. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('the request queue', () => {
  it('runs so many at a time, the others in their order', async () => {
    const { run, began, end } = setUp(2);
    const results = Promise.all(['a', 'b', 'c', 'd'].map((name) => run(name)));
    await settled();
    expect(began).toEqual(['a', 'b']);
    await end('b');
    expect(began).toEqual(['a', 'b', 'c']);
    for (const name of ['a', 'c', 'd']) await end(name);
    expect(await results).toEqual(['a', 'b', 'c', 'd']);
  });

  it('lets lower numbers go first', async () => {
    const { run, began, end } = setUp(1);
    for (const [name, priority] of [
      ['first', 9],
      ['far', 2],
      ['near', 1],
      ['view', 0],
      ['view2', 0],
    ] as const)
      void run(name, priority);
    await settled();
    for (const name of ['first', 'view', 'view2', 'near']) await end(name);
    expect(began).toEqual(['first', 'view', 'view2', 'near', 'far']);
  });

  it('gives the place on when a task fails', async () => {
    const { run, began, ends } = setUp(1);
    const failing = run('a');
    void run('b');
    await settled();
    ends.get('a')?.reject(new Error('no'));
    await expect(failing).rejects.toThrow('no');
    await settled();
    expect(began).toEqual(['a', 'b']);
  });

  it('takes out what is aborted while it waits', async () => {
    const { run, began, end } = setUp(1);
    const controller = new AbortController();
    void run('a');
    const waiting = failureOf(run('b', 0, controller.signal));
    void run('c');
    await settled();
    controller.abort();
    expect(await waiting).toMatchObject({ kind: 'aborted' });
    await end('a');
    await end('c');
    expect(began).toEqual(['a', 'c']);
  });

  it('does not take in what is aborted already, and leaves alone what runs', async () => {
    const { run, began, end } = setUp(1);
    expect(await failureOf(run('a', 0, AbortSignal.abort()))).toMatchObject({ kind: 'aborted' });
    const controller = new AbortController();
    const running = run('b', 0, controller.signal);
    await settled();
    controller.abort();
    await end('b');
    expect(await running).toBe('b');
    expect(began).toEqual(['b']);
  });

  it('asks anew where each stands when a place is free', async () => {
    const { run, began, end } = setUp(1);
    const at = { b: 0, c: 1 };
    void run('a');
    void run('b', () => at.b);
    void run('c', () => at.c);
    await settled();
    Object.assign(at, { b: 1, c: 0 });
    await end('a');
    await end('c');
    expect(began).toEqual(['a', 'c', 'b']);
  });

  it('drops what nobody wants any more when its turn comes, and what nobody wants at all', async () => {
    const { run, began, end } = setUp(1);
    let standing: number | null = 0;
    void run('a');
    const left = failureOf(run('b', () => standing));
    void run('c', 5);
    await settled();
    standing = null;
    await end('a');
    expect(await left).toMatchObject({ kind: 'aborted' });
    await end('c');
    expect(await failureOf(run('d', () => null))).toMatchObject({ kind: 'aborted' });
    expect(began).toEqual(['a', 'c']);
  });

  it('does not begin what is aborted in the moment of its turn', async () => {
    const { run, began, end } = setUp(1);
    const controller = new AbortController();
    const running = failureOf(run('a', 0, controller.signal));
    controller.abort();
    expect(await running).toMatchObject({ kind: 'aborted' });
    void run('b');
    await settled();
    await end('b');
    expect(began).toEqual(['b']);
  });

  it('has its places again when all is done', async () => {
    const { run, began, end } = setUp(1);
    for (const name of ['a', 'b', 'c']) {
      void run(name);
      await settled();
      expect(began.at(-1)).toBe(name);
      await end(name);
    }
  });
});
