/** Something whose time matters. */
export interface Benchmark {
  readonly name: string;
  /** Ms that the median may take; null: only watched. */
  readonly budget: number | null;
  run(): void | Promise<void>;
}

/** Benchmarks of one part of the product. */
export interface Suite {
  readonly title: string;
  /** What is measured, on what data. */
  readonly about: string;
  readonly benchmarks: readonly Benchmark[];
}

/** Ms of the runs of a benchmark. */
export interface Timing {
  readonly name: string;
  readonly budget: number | null;
  readonly median: number;
  readonly best: number;
  readonly worst: number;
}

const warmUps = 5;
/** Odd, so that the median is one of them. */
const runs = 21;

/** The times of a benchmark's runs, after as many unmeasured ones as let the compiler settle. */
export async function measure({ name, budget, run }: Benchmark): Promise<Timing> {
  const times: number[] = [];
  for (let i = 0; i < warmUps + runs; i++) {
    const start = performance.now();
    await run();
    if (i >= warmUps) times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  return { name, budget, median: times[runs >> 1] ?? 0, best: times[0] ?? 0, worst: times.at(-1) ?? 0 };
}

/** Whether a timing keeps its budget; one without any does. */
export const isHeld = ({ median, budget }: Timing): boolean => budget === null || median <= budget;
