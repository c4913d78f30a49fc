import { createServer, type RequestListener } from 'node:http';

/** A small server on a free loopback port. */
export interface PageServer {
  readonly url: string;
  stop(): Promise<void>;
}

export function serve(listener: RequestListener): Promise<PageServer> {
  const server = createServer(listener);
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (address === null || typeof address === 'string') return reject(new Error('the system gave no port'));
      resolve({
        url: `http://127.0.0.1:${address.port}`,
        stop: () =>
          new Promise((done) => {
            server.close(() => done());
            server.closeAllConnections();
          }),
      });
    });
  });
}

const html = (title: string, body: string) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title><link rel="icon" href="data:,"><body>${body}</body></html>`;

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

/** Stands in for Grafana: says at which address it was asked. */
export const grafanaPage: RequestListener = (request, response) => {
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.end(html('Stand-in', `<h1>Grafana stand-in</h1><p id="address">${escaped(request.url ?? '')}</p>`));
};

/** A host application: frames whatever its query names. */
export const hostPage: RequestListener = (request, response) => {
  const frame = new URL(request.url ?? '/', 'http://localhost').searchParams.get('frame') ?? '';
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.end(
    html(
      'Host',
      `<h1>Host application</h1><iframe title="Mirante" src="${escaped(frame)}" width="720" height="420"></iframe>`,
    ),
  );
};

/** What is at an address where somebody expected Prometheus. */
export const someWebsite: RequestListener = (_request, response) => {
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.end(html('Welcome', '<h1>It works!</h1>'));
};

/** A Prometheus behind a password that nobody gave. */
export const lockedServer: RequestListener = (_request, response) => {
  response.writeHead(401, { 'www-authenticate': 'Basic realm="metrics"', 'content-type': 'text/plain' });
  response.end('Unauthorized');
};
