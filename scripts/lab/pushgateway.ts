import { join } from 'node:path';
import { programPath } from '../ensure.ts';
import { freePort, startProcess } from '../process.ts';
import type { RunningTarget } from './running.ts';

/** Starts a real Pushgateway that keeps nothing on disk. */
export async function startPushgateway(folder: string): Promise<RunningTarget> {
  const address = `127.0.0.1:${await freePort()}`;
  const { stop } = await startProcess({
    name: 'the Pushgateway',
    command: programPath('pushgateway'),
    args: [`--web.listen-address=${address}`, '--persistence.file='],
    logFile: join(folder, 'pushgateway.log'),
    readyUrl: `http://${address}/-/ready`,
  });
  return { address, stop };
}
