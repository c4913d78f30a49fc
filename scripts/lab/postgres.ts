import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chownSync, mkdirSync, realpathSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { FleetTarget } from '../../mocks/fleet/types.ts';
import { programPath } from '../ensure.ts';
import { freePort, startProcess } from '../process.ts';
import { keepPace } from './load.ts';
import { type Running, type RunningTarget, startTogether } from './running.ts';

/** PostgreSQL refuses to run as root; then it runs as the user that its package made. */
function serverUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string) => Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout);
  return { uid: id('-u'), gid: id('-g') };
}

/** Path of a client program, which stands beside the server. */
function clientPath(name: string): string {
  return join(dirname(realpathSync(programPath('postgres'))), name);
}

function run(command: string, args: readonly string[], user?: { uid: number; gid: number }): void {
  const { status, error, stderr } = spawnSync(command, args, { ...user, cwd: '/', encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} failed: ${error?.message ?? stderr.trim()}`);
}

/** A session that runs the SQL it is given; it ends with its input. */
function openSession(address: readonly string[]): ChildProcess {
  const session = spawn(clientPath('psql'), [...address, '-q', '-o', '/dev/null', 'gtvision'], {
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  // When the server ends first, there is nothing left to load.
  session.stdin?.on('error', () => session.kill());
  return session;
}

/** Short transactions over three sessions, as many as the simulated PostgreSQL commits. */
function startLoad(address: readonly string[], simulated: FleetTarget): Running {
  const sessions = [openSession(address), openSession(address), openSession(address)];
  const [first] = sessions;
  first?.stdin?.write(
    'CREATE TABLE IF NOT EXISTS plates (id bigserial PRIMARY KEY, plate text, read_at timestamptz);\n',
  );
  const own = { datname: 'gtvision' };
  const load = keepPace(simulated, (pace) => {
    const commits = pace('pg_stat_database_xact_commit', own);
    const inserts = Math.min(pace('pg_stat_database_tup_inserted', own), Math.floor(commits / 2));
    sessions.forEach((session, i) => {
      const share = (count: number) => Math.floor((count + i) / sessions.length);
      const write = "INSERT INTO plates (plate, read_at) VALUES ('BRA2E19', now());\n".repeat(share(inserts));
      const read = 'SELECT * FROM plates ORDER BY id DESC LIMIT 20;\n'.repeat(share(commits - inserts));
      if (session.stdin?.writable) session.stdin.write(write + read);
    });
    first?.stdin?.write('BEGIN; ROLLBACK;\n');
  });
  return {
    stop() {
      load.stop();
      for (const session of sessions) session.kill();
    },
  };
}

/** A new PostgreSQL server without data, for callers of the loopback interface, who need no password. */
async function startServer(folder: string, port: string, address: readonly string[]): Promise<Running> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const user = serverUser();
  if (user) chownSync(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  run(programPath('initdb'), ['-D', data, '-A', 'trust', '-U', 'postgres', '--no-sync'], user);
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'fsync=off', 'autovacuum=off'];
  return startProcess({
    name: 'PostgreSQL',
    command: programPath('postgres'),
    args: ['-D', data, '-p', port, ...settings.flatMap((setting) => ['-c', setting])],
    cwd: '/',
    ...user,
    logFile: join(folder, 'postgres.log'),
    ready: async () => spawnSync(clientPath('pg_isready'), address).status === 0,
  });
}

/** A real PostgreSQL with a database of its own, its real exporter, and some load. */
export function startPostgres(folder: string, simulated: FleetTarget): Promise<RunningTarget> {
  return startTogether(async (running) => {
    const port = String(await freePort());
    const server = ['-h', '127.0.0.1', '-p', port, '-U', 'postgres'];
    running.push(await startServer(folder, port, server));
    run(clientPath('createdb'), [...server, 'gtvision']);
    const address = `127.0.0.1:${await freePort()}`;
    const exporter = await startProcess({
      name: 'the PostgreSQL exporter',
      command: programPath('postgres-exporter'),
      args: [`--web.listen-address=${address}`],
      env: { DATA_SOURCE_NAME: `postgresql://postgres@127.0.0.1:${port}/gtvision?sslmode=disable` },
      logFile: join(folder, 'exporter.log'),
      readyUrl: `http://${address}/metrics`,
    });
    running.push(exporter, startLoad(server, simulated));
    return { address };
  });
}
