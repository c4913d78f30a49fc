import type { Labels } from '../../../src/model/labels.ts';
import { gibibyte, hour, mebibyte } from '../context.ts';
import { type Families, type Measured, type Reading, shortestLe } from '../families.ts';
import { hash01, seedOf, valueNoise } from '../noise.ts';
import { constant, during, inside, plus, rhythm, times } from '../signal.ts';
import type { MetricFamily } from '../types.ts';
import { type Lifetime, swell, type Windows } from '../windows.ts';
import { prefixed } from './prefix.ts';

/** What `process.memoryUsage()` says at epoch ms, in bytes. */
export interface NodejsMemory {
  readonly heapUsed: (time: number) => number;
  readonly heapTotal: (time: number) => number;
  readonly external: (time: number) => number;
  readonly rss: (time: number) => number;
}

export interface NodejsOptions {
  /** Before every name; none if not said. */
  readonly prefix?: string;
  /** On every series. */
  readonly labels?: Labels;
  /** `20.11.1` if not said. */
  readonly version?: string;
  /** Cores in use, on average; JavaScript itself never takes more than one. */
  readonly cpu: number;
  readonly memory: NodejsMemory;
  /** Connections that are open at epoch ms. */
  readonly sockets: (time: number) => number;
  /** While this lasts the event loop lags, and collecting garbage takes long. */
  readonly strain?: Windows;
}

const never: Windows = { period: hour, offset: 0, length: 0 };
const page = 4096;

/**
 * A heap that fills up and is collected every few minutes, around `heap` bytes once the process has grown. `leaked` adds
 * bytes that are never given back.
 */
export function nodejsMemory(
  seed: string,
  lifetime: Lifetime,
  heap: number,
  leaked: (time: number) => number = () => 0,
): NodejsMemory {
  const key = seedOf(`${seed} heap`);
  const waver = rhythm({ seed: `${seed} heap`, mean: 1, daily: 0.05, waver: 0.03 });
  const grown = (time: number) => 0.6 + 0.4 * (1 - Math.exp((lifetime(time) - time) / hour));
  const live = (time: number) => heap * grown(time) * waver.at(time) + leaked(time);
  /** Garbage since the last major collection: a saw of two to four minutes a tooth. */
  const period = (120 + 120 * hash01(key, 0)) * 1000;
  const garbage = (time: number) => 0.12 * heap * ((time / period) % 1) + 0.03 * heap * valueNoise(key, time, 7000);
  const whole = (bytes: number) => Math.round(bytes / page) * page;
  const external = (time: number) =>
    Math.round(0.06 * heap * grown(time) * (1 + 0.5 * valueNoise(key + 1, time, 60_000)));
  const heapTotal = (time: number) => whole(1.06 * live(time) + 0.17 * heap);
  return {
    heapUsed: (time) => Math.round(live(time) + garbage(time)),
    heapTotal,
    external,
    rss: (time) => whole(heapTotal(time) + external(time) + 62 * mebibyte),
  };
}

/** Collections by kind: how many a second to a core in use, and how long they take; seconds. */
const collections = {
  minor: { rate: 0.9, median: 0.0017, spread: 0.7 },
  incremental: { rate: 0.05, median: 0.003, spread: 0.8 },
  major: { rate: 0.03, median: 0.019, spread: 0.6 },
  weakcb: { rate: 0.012, median: 0.0006, spread: 0.6 },
} as const;

/** How long collections take while the process is under strain; seconds. */
const strained = { median: 0.22, spread: 0.7 };

function gcFamily(seed: string, families: Families, cpu: number, strain: Windows): MetricFamily {
  const series = Object.entries(collections).map(([kind, { rate, median, spread }]) => {
    const usual = rhythm({ seed: `${seed} gc ${kind}`, mean: rate * cpu, daily: 0.3, waver: 0.25 });
    const long = inside(strain, times(usual, kind === 'major' ? 3 : 0.02));
    return {
      labels: { kind },
      pace: `gc ${kind}`,
      parts: [
        { rate: usual, latency: { median, spread } },
        { rate: long, latency: strained },
      ],
    };
  });
  return families.histogram(
    'nodejs_gc_duration_seconds',
    'Garbage collection duration by kind, one of major, minor, incremental or weakcb.',
    [0.001, 0.01, 0.1, 1, 2, 5],
    series,
    shortestLe,
  );
}

/** Delays as `monitorEventLoopDelay` sees them at its resolution of 10 ms: at rest, and what strain adds; seconds. */
const delays: readonly (readonly [name: string, help: string, rest: number, strained: number])[] = [
  ['', 'Lag of event loop in seconds.', 0.0011, 0.16],
  ['_min', 'The minimum recorded event loop delay.', 0.0091, 0.0002],
  ['_max', 'The maximum recorded event loop delay.', 0.024, 0.92],
  ['_mean', 'The mean of the recorded event loop delays.', 0.0107, 0.021],
  ['_stddev', 'The standard deviation of the recorded event loop delays.', 0.0014, 0.074],
  ['_p50', 'The 50th percentile of the recorded event loop delays.', 0.0101, 0.004],
  ['_p90', 'The 90th percentile of the recorded event loop delays.', 0.0116, 0.058],
  ['_p99', 'The 99th percentile of the recorded event loop delays.', 0.0153, 0.41],
];

function lagFamilies(seed: string, families: Families, strain: Windows): MetricFamily[] {
  return delays.map(([name, help, rest, more]) => {
    const key = seedOf(`${seed} lag ${name}`);
    const read = (time: number) =>
      (rest + more * swell(strain, time, 60_000, 60_000)) * (0.93 + 0.3 * valueNoise(key, time, 15_000) ** 2);
    return families.gauge(`nodejs_eventloop_lag${name}_seconds`, help, [{ read }]);
  });
}

/** What keeps the event loop alive, each with its total. */
function activeFamilies(families: Families, sockets: Reading): MetricFamily[] {
  const open = (time: number) => Math.round(sockets(time) ?? 0);
  const timers = (time: number) => 3 + Math.round(0.5 * open(time));
  const kinds: readonly (readonly [string, string, string, Readonly<Record<string, (time: number) => number>>])[] = [
    [
      'resources',
      'Number of active resources that are currently keeping the event loop alive, grouped by async resource type.',
      'Total number of active resources.',
      { PipeWrap: () => 2, TCPServerWrap: () => 2, TCPSocketWrap: open, Timeout: timers, Immediate: () => 1 },
    ],
    [
      'handles',
      'Number of active libuv handles grouped by handle type. Every handle type is C++ class name.',
      'Total number of active handles.',
      { Pipe: () => 2, Server: () => 2, Socket: open },
    ],
    [
      'requests',
      'Number of active libuv requests grouped by request type. Every request type is C++ class name.',
      'Total number of active requests.',
      {},
    ],
  ];
  return kinds.flatMap(([name, help, totalHelp, byType]) => {
    const types = Object.entries(byType);
    const total = (time: number) => types.reduce((sum, [, read]) => sum + read(time), 0);
    const series = types.map(([type, read]): Measured => ({ labels: { type }, read }));
    return [
      families.gauge(`nodejs_active_${name}`, help, series),
      families.gauge(`nodejs_active_${name}_total`, totalHelp, [{ read: total }]),
    ];
  });
}

/** Spaces of the heap with a share of it, up to bytes at most; the old space has what they leave, others are empty. */
const spaces: Readonly<Record<string, readonly [share: number, most: number]>> = {
  read_only: [0, 0],
  new: [0.07, 32 * mebibyte],
  old: [1, 0],
  code: [0.02, 6 * mebibyte],
  shared: [0, 0],
  new_large_object: [0, 0],
  large_object: [0.06, 48 * mebibyte],
  code_large_object: [0.002, mebibyte],
  shared_large_object: [0, 0],
};

/** How `heap` bytes are shared out, where the small spaces are full to this share. */
function spaceOf(space: string, heap: number, fullness: number): number {
  const part = ([share, most]: readonly [number, number]) => Math.round(fullness * Math.min(share * heap, most));
  const others = Object.entries(spaces).filter(([name]) => name !== 'old');
  if (space === 'old') return heap - others.reduce((sum, [, limits]) => sum + part(limits), 0);
  return part(spaces[space] ?? [0, 0]);
}

function heapFamilies(families: Families, { heapUsed, heapTotal, external }: NodejsMemory): MetricFamily[] {
  const bySpace = (name: string, help: string, read: (space: string, time: number) => number) =>
    families.gauge(
      `nodejs_heap_space_size_${name}_bytes`,
      `Process heap space size ${help} from Node.js in bytes.`,
      Object.keys(spaces).map((space) => ({ labels: { space }, read: (time) => read(space, time) })),
    );
  const total = (space: string, time: number) => spaceOf(space, heapTotal(time), 1);
  const used = (space: string, time: number) => spaceOf(space, heapUsed(time), 0.8);
  return [
    families.gauge('nodejs_heap_size_total_bytes', 'Process heap size from Node.js in bytes.', [{ read: heapTotal }]),
    families.gauge('nodejs_heap_size_used_bytes', 'Process heap size used from Node.js in bytes.', [
      { read: heapUsed },
    ]),
    families.gauge('nodejs_external_memory_bytes', 'Node.js external memory size in bytes.', [{ read: external }]),
    bySpace('total', 'total', total),
    bySpace('used', 'used', used),
    bySpace('available', 'available', (space, time) => total(space, time) - used(space, time)),
  ];
}

function processFamilies(
  seed: string,
  families: Families,
  lifetime: Lifetime,
  { cpu, memory, sockets, strain = never }: NodejsOptions,
): MetricFamily[] {
  const usual = rhythm({ seed: `${seed} cpu`, mean: cpu, daily: 0.35, weekly: 0.1, waver: 0.25 });
  const busy = plus(during(usual, strain, 0.5), inside(strain, constant(0.55)));
  const seconds = (name: string, kind: string, share: number) =>
    families.seconds(`process_cpu_${name}seconds_total`, `Total ${kind} CPU time spent in seconds.`, [
      { rate: times(busy, share) },
    ]);
  const once = (name: string, help: string, read: (time: number) => number) => families.gauge(name, help, [{ read }]);
  return [
    seconds('user_', 'user', 0.82),
    seconds('system_', 'system', 0.18),
    seconds('', 'user and system', 1),
    once('process_start_time_seconds', 'Start time of the process since unix epoch in seconds.', (time) =>
      Math.round(lifetime(time) / 1000),
    ),
    once('process_resident_memory_bytes', 'Resident memory size in bytes.', memory.rss),
    once(
      'process_virtual_memory_bytes',
      'Virtual memory size in bytes.',
      (time) => 21 * gibibyte + memory.heapTotal(time),
    ),
    once('process_heap_bytes', 'Process heap size in bytes.', (time) => memory.rss(time) + 48 * mebibyte),
    once('process_open_fds', 'Number of open file descriptors.', (time) => 24 + Math.round(sockets(time))),
    once('process_max_fds', 'Maximum number of open file descriptors.', () => 1_048_576),
  ];
}

/** What `collectDefaultMetrics` of prom-client 15 registers, in its order. */
export function nodejsFamilies(
  seed: string,
  families: Families,
  lifetime: Lifetime,
  options: NodejsOptions,
): MetricFamily[] {
  const { prefix = '', labels, version = '20.11.1', cpu, memory, sockets, strain = never } = options;
  const [major = '', minor = '', patch = ''] = version.split('.');
  const about = { version: `v${version}`, major, minor, patch };
  return prefixed(
    prefix,
    [
      ...processFamilies(seed, families, lifetime, options),
      ...lagFamilies(seed, families, strain),
      ...activeFamilies(families, sockets),
      ...heapFamilies(families, memory),
      families.gauge('nodejs_version_info', 'Node.js version info.', [{ labels: about, read: () => 1 }]),
      gcFamily(seed, families, cpu, strain),
    ],
    labels,
  );
}
