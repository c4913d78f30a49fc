import { later } from '../../model/later.ts';
import type { PrometheusClient } from '../../prometheus/client.ts';
import type { RequestQueue } from '../../prometheus/requestQueue.ts';
import type { QueryResult } from '../../prometheus/types.ts';

type Asking = Pick<PrometheusClient, 'query' | 'queryRange'>;

/**
 * Asks by `client`, until the page has had more to ask at once than it may; from then on in a thread, where one is to be had. A few
 * questions are not worth one: docs/architecture.md has the figures. `baseUrl` is the client's.
 */
export function askInThread(client: Asking, baseUrl: string, queue: Pick<RequestQueue, 'isFull'>): Asking {
  let threaded: Asking | null = null;
  let isOpening = false;

  async function open(): Promise<void> {
    // A service worker that answers for this page, as in the demo, does not know its threads.
    if (navigator.serviceWorker?.controller) return;
    const [{ decodeThread }, { openAskingClient }] = await Promise.all([
      import('./decodeThread.ts'),
      import('../../prometheus/worker/askingClient.ts'),
    ]);
    const thread = await decodeThread();
    threaded = thread && openAskingClient(thread, new URL(baseUrl, document.baseURI).href);
  }

  async function ask(how: (asking: Asking) => Promise<QueryResult>): Promise<QueryResult> {
    if (!isOpening && queue.isFull()) {
      isOpening = true;
      later(open).catch(() => {});
    }
    if (threaded === null) return how(client);
    try {
      return await how(threaded);
    } catch (error) {
      const { BrokenThread } = await import('../../prometheus/worker/askingClient.ts');
      if (!(error instanceof BrokenThread)) throw error;
      threaded = null;
      isOpening = false;
      return how(client);
    }
  }

  return {
    query: (query, signal) => ask((asking) => asking.query(query, signal)),
    queryRange: (query, signal) => ask((asking) => asking.queryRange(query, signal)),
  };
}
