import type { Page } from '@playwright/test';
import * as v from 'valibot';

/** What a page's main thread did, ms of its own on the processor: what else runs on the machine does not count. */
export interface Work {
  /** The longest task: what an input would have had to wait at most. */
  readonly longest: number;
  readonly total: number;
}

const traceSchema = v.array(
  v.object({
    name: v.string(),
    pid: v.number(),
    tid: v.number(),
    tdur: v.optional(v.number(), 0),
    args: v.object({ name: v.optional(v.unknown()) }),
  }),
);

/** Records the page's main thread from now on; what is returned stops that and tells what it did. */
export async function watchTasks(page: Page): Promise<() => Promise<Work>> {
  const session = await page.context().newCDPSession(page);
  const events: v.InferOutput<typeof traceSchema> = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...v.parse(traceSchema, value)));
  await session.send('Tracing.start', { traceConfig: { includedCategories: ['toplevel', 'devtools.timeline'] } });
  return async () => {
    const completed = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
    await session.send('Tracing.end');
    await completed;
    await session.detach();
    const named = events.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain');
    const threads = new Set(named.map(({ pid, tid }) => `${pid} ${tid}`));
    const tasks = events.filter(({ name, pid, tid }) => name.endsWith('RunTask') && threads.has(`${pid} ${tid}`));
    if (tasks.length === 0) throw new Error('the trace has no task of the main thread');
    const times = tasks.map(({ tdur }) => tdur / 1000);
    return { longest: Math.max(...times), total: times.reduce((sum, time) => sum + time, 0) };
  };
}

/** What the page did while `act` went on. */
export async function workOf(page: Page, act: () => Promise<unknown>): Promise<Work> {
  const stop = await watchTasks(page);
  await act();
  return stop();
}
