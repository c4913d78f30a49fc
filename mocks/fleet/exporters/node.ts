import { familiesOf, gibibyte, minute, ownLifetime, type Seeded } from '../context.ts';
import type { Counted, Families } from '../families.ts';
import { constant, inside, plus, rhythm, type Signal, times } from '../signal.ts';
import type { FleetTarget, MetricFamily } from '../types.ts';
import { type Lifetime, swell, type Windows } from '../windows.ts';

export interface Filesystem {
  readonly device: string;
  readonly fstype: string;
  readonly mountpoint: string;
  /** Bytes. */
  readonly size: number;
  /** Share in use, 0 to 1, at epoch ms. */
  readonly use: (time: number) => number;
}

export interface NodeOptions {
  readonly job: string;
  readonly instance: string;
  readonly nodename: string;
  /** While this lasts the CPUs are more than 80 % busy. */
  readonly highCpu: Windows;
  /** While this lasts more than 85 % of the memory are in use. */
  readonly highMemory: Windows;
  /** The root's share in use; 0.41 and hardly moving if not said. */
  readonly rootUse?: (time: number) => number;
  /** Beside the root. */
  readonly filesystems?: readonly Filesystem[];
}

const cpus = ['0', '1', '2', '3'] as const;
const memoryTotal = 32 * gibibyte;
const rootSize = 196 * gibibyte;

/** Busy modes of a CPU: share of its time, and what an overload adds. All together stay below 1. */
const busyModes: Readonly<Record<string, readonly [share: number, overload: number]>> = {
  user: [0.17, 0.57],
  system: [0.06, 0.05],
  iowait: [0.02, 0],
  softirq: [0.008, 0.002],
  nice: [0.001, 0],
  steal: [0.002, 0],
};

/** CPU seconds by mode; idle is what the others leave, so that each CPU's modes add up to the time passed. */
function cpuFamily({ highCpu }: NodeOptions, seed: string, families: Families): MetricFamily {
  const series = cpus.flatMap((cpu): Counted[] => {
    const busy = Object.entries(busyModes).map(([mode, [share, overload]]) => {
      const usual = rhythm({ seed: `${seed} cpu ${cpu} ${mode}`, mean: share, daily: 0.12, weekly: 0.05, waver: 0.06 });
      return { mode, rate: plus(usual, inside(highCpu, constant(overload))) };
    });
    const idle = plus(constant(1), ...busy.map(({ rate }) => times(rate, -1)));
    const modes = [{ mode: 'idle', rate: idle }, { mode: 'irq', rate: constant(0) }, ...busy];
    return modes.map(({ mode, rate }) => ({ labels: { cpu, mode }, rate }));
  });
  return families.seconds('node_cpu_seconds_total', 'Seconds the CPUs spent in each mode.', series);
}

function loadFamilies({ highCpu }: NodeOptions, seed: string, families: Families): MetricFamily[] {
  const usual = rhythm({ seed: `${seed} load`, mean: 1.3, daily: 0.2, waver: 0.35 });
  return ([1, 5, 15] as const).map((minutes) =>
    families.gauge(`node_load${minutes}`, `${minutes}m load average.`, [
      {
        read: (time) => {
          const overload = 5 * swell(highCpu, time, 1, minutes * minute);
          return Math.round((usual.at(time) + overload) * 100) / 100;
        },
      },
    ]),
  );
}

function memoryFamilies({ highMemory }: NodeOptions, seed: string, families: Families): MetricFamily[] {
  const usual = rhythm({ seed: `${seed} memory`, mean: 0.5, daily: 0.1, weekly: 0.03, waver: 0.04 });
  const used = (time: number) => {
    const overload = swell(highMemory, time, 4 * minute, 2 * minute);
    return usual.at(time) * (1 - overload) + 0.91 * overload;
  };
  const shares: Readonly<Record<string, (time: number) => number>> = {
    MemTotal: () => 1,
    MemAvailable: (time) => 1 - used(time),
    MemFree: (time) => 0.3 * (1 - used(time)),
    Cached: (time) => 0.6 * (1 - used(time)),
    Buffers: (time) => 0.05 * (1 - used(time)),
    SwapTotal: () => 0.125,
    SwapFree: () => 0.12,
  };
  return Object.entries(shares).map(([name, share]) =>
    families.gauge(`node_memory_${name}_bytes`, `Memory information field ${name}_bytes.`, [
      { read: (time) => Math.round((memoryTotal * share(time)) / 4096) * 4096 },
    ]),
  );
}

function filesystemFamilies(options: NodeOptions, seed: string, families: Families): MetricFamily[] {
  const usualUse = rhythm({ seed: `${seed} root`, mean: 0.41, daily: 0.01, waver: 0.005 });
  const { rootUse = usualUse.at, filesystems = [] } = options;
  const root = { device: '/dev/sda2', fstype: 'ext4', mountpoint: '/', size: rootSize, use: rootUse };
  const all = [root, ...filesystems];
  const family = (name: string, help: string, value: (size: number, use: number) => number) =>
    families.count(
      `node_filesystem_${name}`,
      help,
      all.map(({ size, use, ...labels }) => ({ labels, read: (time) => value(size, use(time)) })),
    );
  return [
    family('size_bytes', 'Filesystem size in bytes.', (size) => size),
    family('avail_bytes', 'Filesystem space available to non-root users in bytes.', (size, use) => size * (1 - use)),
    family('free_bytes', 'Filesystem free space in bytes.', (size, use) => size * (1 - use)),
    family('files', 'Filesystem total file nodes.', (size) => size / 16_384),
    family('readonly', 'Filesystem read-only status.', () => 0),
    family('files_free', 'Filesystem total free file nodes.', (size, use) => (size / 16_384) * (1 - use / 10)),
  ];
}

/** Traffic of the network devices, bytes per second; packets are a thousandth of it, errors and drops rare. */
function networkFamilies(seed: string, families: Families): MetricFamily[] {
  const device = (name: string, mean: number): Signal =>
    rhythm({ seed: `${seed} ${name}`, mean, daily: 0.2, weekly: 0.05, waver: 0.15 });
  const loopback = device('lo', 900_000);
  const directions = [
    ['receive', device('eth0 in', 1.5e7)],
    ['transmit', device('eth0 out', 8.2e6)],
  ] as const;
  const kinds = [
    ['bytes', 1],
    ['packets', 1 / 1000],
    ['errs', 0],
    ['drop', 1e-9],
  ] as const;
  const traffic = directions.flatMap(([direction, eth0]) =>
    kinds.map(([kind, factor]) =>
      families.counter(
        `node_network_${direction}_${kind}_total`,
        `Network device statistic ${direction}_${kind}.`,
        (
          [
            ['eth0', eth0],
            ['lo', loopback],
          ] as const
        ).map(([name, rate]) => ({
          labels: { device: name },
          rate: times(rate, factor),
          pace: `${name} ${direction}`,
        })),
      ),
    ),
  );
  const up = families.gauge('node_network_up', "Value is 1 if operstate is 'up', 0 otherwise.", [
    { labels: { device: 'eth0' }, read: () => 1 },
    { labels: { device: 'lo' }, read: () => 0 },
  ]);
  return [...traffic, up];
}

/** What the two disks do: sda holds the system, sdb the data. */
function diskFamilies(seed: string, families: Families): MetricFamily[] {
  const activity = (device: string, mean: number) =>
    rhythm({ seed: `${seed} ${device}`, mean, daily: 0.25, weekly: 0.05, waver: 0.3 });
  const disks = [
    { device: 'sda', read: activity('sda read', 3.2e5), written: activity('sda written', 2.1e6) },
    { device: 'sdb', read: activity('sdb read', 4.4e6), written: activity('sdb written', 1.4e7) },
  ];
  const family = (name: string, help: string, rate: (disk: (typeof disks)[number]) => Signal) =>
    families.counter(
      `node_disk_${name}`,
      help,
      disks.map((disk) => ({ labels: { device: disk.device }, rate: rate(disk), pace: disk.device })),
    );
  return [
    family('read_bytes_total', 'The total number of bytes read successfully.', ({ read }) => read),
    family('written_bytes_total', 'The total number of bytes written successfully.', ({ written }) => written),
    family('reads_completed_total', 'The total number of reads completed successfully.', ({ read }) =>
      times(read, 1 / 24_000),
    ),
    family('writes_completed_total', 'The total number of writes completed successfully.', ({ written }) =>
      times(written, 1 / 60_000),
    ),
    families.seconds(
      'node_disk_io_time_seconds_total',
      'Total seconds spent doing I/Os.',
      disks.map(({ device, written }) => ({ labels: { device }, rate: times(written, 2e-8) })),
    ),
  ];
}

function hostFamilies(nodename: string, seed: string, families: Families, booted: Lifetime): MetricFamily[] {
  const host = {
    domainname: '(none)',
    machine: 'x86_64',
    nodename,
    release: '6.1.0-18-amd64',
    sysname: 'Linux',
    version: '#1 SMP PREEMPT_DYNAMIC Debian 6.1.76-1',
  };
  return [
    families.gauge('node_boot_time_seconds', 'Node boot time, in unixtime.', [{ read: (time) => booted(time) / 1000 }]),
    families.gauge('node_time_seconds', 'System time in seconds since epoch (1970).', [
      { read: (time) => time / 1000 },
    ]),
    families.gauge('node_uname_info', 'Labeled system information as provided by the uname system call.', [
      { labels: host, read: () => 1 },
    ]),
    families.counter('node_context_switches_total', 'Total number of context switches.', [
      { rate: rhythm({ seed: `${seed} switches`, mean: 14_000, daily: 0.3, waver: 0.2 }) },
    ]),
    families.count('node_filefd_allocated', 'File descriptor statistics: allocated.', [
      { level: rhythm({ seed: `${seed} files`, mean: 4200, daily: 0.1, waver: 0.1 }) },
    ]),
  ];
}

/** node_exporter on one host. */
export function nodeTarget(context: Seeded, options: NodeOptions): FleetTarget {
  const { job, instance } = options;
  const seed = `${context.seed} ${instance}`;
  const booted = ownLifetime(context, instance, 5 * 24);
  const families = familiesOf(context, instance, booted);
  return {
    job,
    instance,
    metricsPath: '/metrics',
    isUpAt: () => true,
    families: [
      ...hostFamilies(options.nodename, seed, families, booted),
      cpuFamily(options, seed, families),
      ...loadFamilies(options, seed, families),
      ...memoryFamilies(options, seed, families),
      ...filesystemFamilies(options, seed, families),
      ...networkFamilies(seed, families),
      ...diskFamilies(seed, families),
    ],
  };
}
