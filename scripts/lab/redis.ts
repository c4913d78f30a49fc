import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import type { FleetTarget } from '../../mocks/fleet/types.ts';
import { programPath } from '../ensure.ts';
import { freePort, startProcess } from '../process.ts';
import { keepPace } from './load.ts';
import { type Running, type RunningTarget, startTogether } from './running.ts';

/** Keys that are always there: each look-up of one is a hit. */
const knownKeys = 500;

/** Look-ups that hit, look-ups that miss and keys that expire, as many as the simulated Redis counts. */
async function startLoad(port: number, simulated: FleetTarget): Promise<Running> {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  socket.resume();
  // When the server ends first, there is nothing left to load.
  socket.on('error', () => socket.destroy());
  const send = (count: number, command: (i: number) => string) => {
    const lines = Array.from({ length: count }, (_, i) => `${command(i)}\r\n`);
    if (lines.length > 0 && socket.writable) socket.write(lines.join(''));
  };
  send(knownKeys, (i) => `SET camera:${i} online`);
  const load = keepPace(simulated, (pace) => {
    send(pace('redis_keyspace_hits_total'), (i) => `GET camera:${i % knownKeys}`);
    send(pace('redis_keyspace_misses_total'), (i) => `GET unknown:${i}`);
    send(pace('redis_commands_total', { cmd: 'set' }), (i) => `SET session:${Date.now()}:${i} open EX 120`);
  });
  return {
    stop() {
      load.stop();
      socket.destroy();
    },
  };
}

/** A real Redis that keeps nothing on disk, its real exporter, and some load. */
export function startRedis(folder: string, simulated: FleetTarget): Promise<RunningTarget> {
  return startTogether(async (running) => {
    mkdirSync(folder, { recursive: true });
    const port = await freePort();
    const server = await startProcess({
      name: 'Redis',
      command: programPath('redis-server'),
      args: ['--bind', '127.0.0.1', '--port', String(port), '--dir', folder, '--save', '', '--appendonly', 'no'],
      logFile: join(folder, 'redis.log'),
      ready: async () => {
        const socket = connect(port, '127.0.0.1');
        await once(socket, 'connect');
        socket.destroy();
        return true;
      },
    });
    running.push(server);
    const address = `127.0.0.1:${await freePort()}`;
    const exporter = await startProcess({
      name: 'the Redis exporter',
      command: programPath('redis-exporter'),
      args: ['-redis.addr', `redis://127.0.0.1:${port}`, '-web.listen-address', address],
      logFile: join(folder, 'exporter.log'),
      readyUrl: `http://${address}/metrics`,
    });
    running.push(exporter, await startLoad(port, simulated));
    return { address };
  });
}
