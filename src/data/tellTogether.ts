import { notifyManager } from '@tanstack/react-query';
import type { RequestQueue } from '../prometheus/requestQueue.ts';

/** Ms that an answer waits for those it was asked with, at most: more would be seen. */
const patience = 100;

/**
 * Lets the page hear of answers that come close together at once: a refresh of a board is then one drawing, with one layout,
 * and not one for each panel. As soon as nothing is asked any more, nothing waits.
 */
export function tellTogether(queue: Pick<RequestQueue, 'isIdle'>): void {
  let untold: (() => void)[] = [];
  let timer: { readonly id: ReturnType<typeof setTimeout>; readonly isSoon: boolean } | null = null;
  const tell = () => {
    const now = untold;
    untold = [];
    timer = null;
    for (const callback of now) callback();
  };
  notifyManager.setScheduler((callback) => {
    untold.push(callback);
    const isSoon = queue.isIdle();
    if (timer !== null && (timer.isSoon || !isSoon)) return;
    if (timer !== null) clearTimeout(timer.id);
    timer = { id: setTimeout(tell, isSoon ? 0 : patience), isSoon };
  });
}
