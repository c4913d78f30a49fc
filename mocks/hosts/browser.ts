import { HttpResponse, http } from 'msw';
import { setupWorker } from 'msw/browser';
import type { Answer } from './protocol.ts';
import { createWorkerHost, type StartWorker } from './workerHost.ts';

const startBrowserWorker: StartWorker = ({ answer, crash }) => {
  const worker = new Worker(new URL('./browserWorker.ts', import.meta.url), { type: 'module' });
  worker.onmessage = ({ data }: MessageEvent<Answer>) => answer(data);
  worker.onerror = crash;
  return { post: (call) => worker.postMessage(call), terminate: () => worker.terminate() };
};

/** A web server that has a folder for each route adds a slash, which our addresses do not have. */
function dropTrailingSlash(): void {
  const { pathname, search, hash } = location;
  if (pathname.length > 1 && pathname.endsWith('/')) {
    history.replaceState(null, '', `${pathname.replace(/\/+$/, '') || '/'}${search}${hash}`);
  }
}

/**
 * From here on the simulation answers all that this page asks of a data source and of an Alertmanager: a service worker hands the
 * requests to the page, and the page to a worker in which they are evaluated.
 * Rejects where service workers are not to be had.
 */
export async function startDemo(): Promise<void> {
  if (!('serviceWorker' in navigator)) {
    throw new Error(
      `Simulated data needs a service worker, and browsers have those on https:// and on localhost only; this page is at ${location.origin}.`,
    );
  }
  dropTrailingSlash();
  const host = createWorkerHost(startBrowserWorker);
  const ask = async ({ request }: { readonly request: Request }) => {
    const body = request.method === 'POST' ? await request.text() : null;
    const answer = await host.ask({ method: request.method, url: request.url, body }, request.signal);
    return new HttpResponse(answer.body, { status: answer.status, headers: answer.headers });
  };
  const handlers = ['*/api/ds/:id/api/v1/*', '*/api/am/:id/api/v2/*'].map((address) => http.all(address, ask));
  await setupWorker(...handlers).start({
    serviceWorker: { url: '/mockServiceWorker.js' },
    onUnhandledRequest: 'bypass',
    quiet: true,
  });
}
