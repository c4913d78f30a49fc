import { join } from 'node:path';
import { programPath } from '../ensure.ts';
import { freePort, startProcess } from '../process.ts';
import type { RunningTarget } from './running.ts';

/** The real node exporter, on this machine. */
export async function startNodeExporter(folder: string): Promise<RunningTarget> {
  const address = `127.0.0.1:${await freePort()}`;
  const { stop } = await startProcess({
    name: 'the node exporter',
    command: programPath('node-exporter'),
    args: [`--web.listen-address=${address}`],
    logFile: join(folder, 'node-exporter.log'),
    readyUrl: `http://${address}/metrics`,
  });
  return { address, stop };
}
