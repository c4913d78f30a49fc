import { serverFile } from './build.ts';
import { runNode } from './command.ts';
import { buildWhenStale } from './stale.ts';

/** Builds when the sources have changed since the last build, and serves. Ends with the gateway. */
export async function start(): Promise<number> {
  await buildWhenStale();
  return runNode(['--enable-source-maps', serverFile]);
}
