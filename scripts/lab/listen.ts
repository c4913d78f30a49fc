import type { Server } from 'node:http';
import type { RunningTarget } from './running.ts';

/** Lets a server listen on the loopback interface, on a free port if none is given. */
export function listen(server: Server, port = 0): Promise<RunningTarget> {
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new Error('the system gave no port'));
      else resolve({ address: `127.0.0.1:${address.port}`, stop });
    });
  });
}
