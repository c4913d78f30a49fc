import { createServer } from 'node:http';
import { exposition, expositionContentType } from '../../mocks/fleet/exposition.ts';
import type { FleetTarget } from '../../mocks/fleet/types.ts';
import type { RunningTarget } from './running.ts';

/** Serves one target of the fleet on a free port of the loopback interface. While it is down it hangs up on callers. */
export function serveTarget(target: FleetTarget): Promise<RunningTarget> {
  const server = createServer((request, response) => {
    const now = Date.now();
    if (!target.isUpAt(now)) {
      request.socket.destroy();
    } else if (request.url === target.metricsPath) {
      response.setHeader('content-type', expositionContentType).end(exposition(target, now));
    } else {
      response.writeHead(404).end();
    }
  });
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new Error('the system gave no port'));
      else resolve({ address: `127.0.0.1:${address.port}`, stop });
    });
  });
}
