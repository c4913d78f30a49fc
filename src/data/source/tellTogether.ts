import { notifyManager } from '@tanstack/react-query';
import type { RequestQueue } from '../../prometheus/requestQueue.ts';

/** Ms without a further answer after which those that came are told: more would be seen. */
const lull = 60;
/** Ms that an answer waits for those it was asked with, at most. */
const patience = 300;

/**
 * Lets the page hear of answers that come close together at once: a refresh of a board is then one drawing, with one layout,
 * and not one for each panel. As soon as nothing is asked any more, nothing waits.
 */
export function tellTogether(queue: Pick<RequestQueue, 'isIdle'>): void {
  let untold: (() => void)[] = [];
  let [firstAt, lastAt] = [0, 0];
  let timer: { readonly id: ReturnType<typeof setTimeout>; readonly isSoon: boolean } | null = null;
  const wait = (ms: number, isSoon: boolean) => {
    if (timer !== null) clearTimeout(timer.id);
    timer = { id: setTimeout(look, ms), isSoon };
  };
  const look = () => {
    const left = Math.min(lastAt + lull, firstAt + patience) - performance.now();
    if (timer?.isSoon !== true && left > 0) return wait(left, false);
    const now = untold;
    untold = [];
    timer = null;
    for (const callback of now) callback();
  };
  notifyManager.setScheduler((callback) => {
    lastAt = performance.now();
    if (untold.length === 0) firstAt = lastAt;
    untold.push(callback);
    const isSoon = queue.isIdle();
    if (timer === null || (isSoon && !timer.isSoon)) wait(isSoon ? 0 : lull, isSoon);
  });
}
