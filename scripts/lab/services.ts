import { createServer } from 'node:http';
import { exposition, expositionContentType } from '../../mocks/fleet/exposition.ts';
import type { FleetTarget } from '../../mocks/fleet/types.ts';
import { listen } from './listen.ts';
import type { RunningTarget } from './running.ts';

/** Serves one target of the fleet on a free port of the loopback interface. While it is down it hangs up on callers. */
export function serveTarget(target: FleetTarget): Promise<RunningTarget> {
  const server = createServer((request, response) => {
    const now = Date.now();
    const [path] = (request.url ?? '').split('?');
    if (!target.isUpAt(now)) {
      request.socket.destroy();
    } else if (path === target.metricsPath) {
      response.setHeader('content-type', expositionContentType).end(exposition(target, now));
    } else {
      response.writeHead(404).end();
    }
  });
  return listen(server);
}
