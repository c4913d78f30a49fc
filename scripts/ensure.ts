import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The servers and tools that the lab and the tests start, each with the Debian package that has it. */
const programs = {
  prometheus: { package: 'prometheus', binaries: ['prometheus'] },
  promtool: { package: 'prometheus', binaries: ['promtool'] },
  alertmanager: { package: 'prometheus-alertmanager', binaries: ['prometheus-alertmanager', 'alertmanager'] },
  amtool: { package: 'prometheus-alertmanager', binaries: ['amtool'] },
  'victoria-metrics': { package: 'victoria-metrics', binaries: ['victoria-metrics', 'victoria-metrics-prod'] },
  'node-exporter': { package: 'prometheus-node-exporter', binaries: ['prometheus-node-exporter', 'node_exporter'] },
  pushgateway: { package: 'prometheus-pushgateway', binaries: ['prometheus-pushgateway', 'pushgateway'] },
  'redis-server': { package: 'redis-server', binaries: ['redis-server'] },
  'redis-exporter': { package: 'prometheus-redis-exporter', binaries: ['prometheus-redis-exporter', 'redis_exporter'] },
  'postgres-exporter': {
    package: 'prometheus-postgres-exporter',
    binaries: ['prometheus-postgres-exporter', 'postgres_exporter'],
  },
  // Checks unit files, whoever runs the machine.
  'systemd-analyze': { package: 'systemd', binaries: ['systemd-analyze'] },
  postgres: { package: 'postgresql', binaries: ['postgres'] },
  initdb: { package: 'postgresql', binaries: ['initdb'] },
  chromium: { package: 'chromium', binaries: ['chromium', 'chromium-browser', 'google-chrome'] },
} as const;

export type ProgramName = keyof typeof programs;

/** Where executables are looked for: PATH, what Debian keeps out of a user's PATH, and PostgreSQL, newest first. */
function searchFolders(): string[] {
  const folders = [...(process.env.PATH ?? '').split(delimiter).filter(Boolean), '/usr/sbin', '/sbin'];
  const postgresRoot = '/usr/lib/postgresql';
  const versions = existsSync(postgresRoot) ? readdirSync(postgresRoot).sort((a, b) => Number(b) - Number(a)) : [];
  return [...folders, ...versions.map((version) => join(postgresRoot, version, 'bin'))];
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function findProgram(name: ProgramName): string | null {
  if (name === 'chromium' && process.env.CHROMIUM) return process.env.CHROMIUM;
  for (const folder of searchFolders()) {
    for (const binary of programs[name].binaries) {
      const path = join(folder, binary);
      if (isExecutable(path)) return path;
    }
  }
  return null;
}

/** Absolute path of an installed program. Throws when it is not there: call `ensurePrograms` before. */
export function programPath(name: ProgramName): string {
  const path = findProgram(name);
  if (path === null) throw new Error(`${name} is not installed`);
  return path;
}

/** Debian packages that hold these programs, each once. */
function packagesOf(names: readonly ProgramName[]): string[] {
  return [...new Set(names.map((name) => programs[name].package))];
}

/** How to install programs by hand, as a sentence. */
export function installHint(names: readonly ProgramName[]): string {
  return `install ${names.join(', ')} (on Debian: apt-get install ${packagesOf(names).join(' ')})`;
}

function run(command: string, args: readonly string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'], env }).status === 0;
}

/**
 * A package of a server starts it as a system service on a machine that systemd runs (elsewhere, as in a container, it
 * does not). We start our own copies on free ports, so services that came with our installation are switched off again.
 */
function switchOffServices(packages: readonly string[]): void {
  if (!existsSync('/run/systemd/system')) return;
  for (const name of packages.filter((name) => name !== 'chromium')) run('systemctl', ['disable', '--now', name]);
}

function installWithApt(packages: readonly string[]): void {
  console.log(`Installing ${packages.join(', ')} with apt`);
  run('apt-get', ['-q', 'update']);
  run('apt-get', ['-q', 'install', '-y', '--no-install-recommends', ...packages]);
  switchOffServices(packages);
}

/**
 * Makes sure that programs are on the machine. On Debian (and its kin) as root, those that are missing are installed
 * with apt; elsewhere nothing is changed.
 * @returns the programs that are still missing; `installHint` says what to do about them.
 */
export async function ensurePrograms(names: readonly ProgramName[]): Promise<{ missing: ProgramName[] }> {
  const absent = () => names.filter((name) => findProgram(name) === null);
  const canInstall = process.getuid?.() === 0 && existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get');
  if (absent().length > 0 && canInstall) installWithApt(packagesOf(absent()));
  return { missing: absent() };
}
