import type { FleetTarget } from '../../fleet/types.ts';
import { type Column, scrapeColumns } from './columns.ts';
import { lengthOf, type ScrapeGrid, type Span, timesOf } from './reads.ts';
import type { ScrapedSeries } from './series.ts';

/** Scrapes in a chunk: an hour of them, a quarter of a minute apart. */
const chunkLength = 240;

/** A target with its scrapes and what they give. */
export interface ScrapedTarget {
  readonly target: FleetTarget;
  readonly grid: ScrapeGrid;
  readonly series: readonly ScrapedSeries[];
}

/** Columns that were read before, the oldest of which are forgotten. */
export interface Chunks {
  /** What a span of scrapes read of some of a target's series, a column each; null: nothing. */
  read(target: ScrapedTarget, series: readonly ScrapedSeries[], span: Span): (Column | null)[];
}

/** How many scrapes the chunks hold that a span touches. */
export function touchedLength({ first, last }: Span): number {
  return (Math.floor(last / chunkLength) - Math.floor(first / chunkLength) + 1) * chunkLength;
}

/** Chunks by series and number, at most `maxSamples` in all: those not used for longest go first. */
export function createChunks(maxSamples: number): Chunks {
  const maxChunks = Math.max(1, Math.floor(maxSamples / chunkLength));
  // A map keeps the order in which keys were set.
  const held = new Map<number, Column | null>();
  // Room for a million series.
  const keyOf = (id: number, number: number) => number * 2 ** 20 + id;

  const take = (key: number): Column | null | undefined => {
    const chunk = held.get(key);
    if (chunk === undefined) return undefined;
    held.delete(key);
    held.set(key, chunk);
    return chunk;
  };

  const keep = (key: number, chunk: Column | null) => {
    held.set(key, chunk);
    if (held.size <= maxChunks) return;
    const [oldest] = held.keys();
    if (oldest !== undefined) held.delete(oldest);
  };

  /** One chunk of several series; those that are missing are computed together. */
  const chunkOf = ({ target, grid }: ScrapedTarget, series: readonly ScrapedSeries[], number: number) => {
    const chunks = series.map(({ id }) => take(keyOf(id, number)));
    const missing = series.filter((_, i) => chunks[i] === undefined);
    if (missing.length === 0) return chunks;
    const first = number * chunkLength;
    const computed = scrapeColumns(target, missing, timesOf(grid, { first, last: first + chunkLength - 1 }));
    for (const [i, { id }] of missing.entries()) keep(keyOf(id, number), computed[i] ?? null);
    let next = 0;
    return chunks.map((chunk) => (chunk === undefined ? computed[next++] : chunk));
  };

  return {
    read(target, series, span) {
      const columns = series.map(() => new Assembly(lengthOf(span)));
      for (let first = span.first; first <= span.last; ) {
        const number = Math.floor(first / chunkLength);
        const start = number * chunkLength;
        const end = Math.min(span.last + 1, start + chunkLength);
        for (const [i, chunk] of chunkOf(target, series, number).entries()) {
          columns[i]?.add(first - span.first, chunk ?? null, first - start, end - start);
        }
        first = end;
      }
      return columns.map((column) => column.finish());
    },
  };
}

/** A column put together from pieces of others. */
class Assembly {
  private readonly values: Float64Array;
  private absent: Uint8Array | null = null;
  private isVacant = true;

  constructor(length: number) {
    this.values = new Float64Array(length);
  }

  /** Writes the piece `[from, to)` of a chunk at `offset`. */
  add(offset: number, chunk: Column | null, from: number, to: number): void {
    if (chunk) {
      this.isVacant = false;
      this.values.set(chunk.values.subarray(from, to), offset);
    }
    if (chunk && !chunk.absent) return;
    this.absent ??= new Uint8Array(this.values.length);
    if (chunk?.absent) this.absent.set(chunk.absent.subarray(from, to), offset);
    else this.absent.fill(1, offset, offset + to - from);
  }

  finish(): Column | null {
    return this.isVacant ? null : { values: this.values, absent: this.absent };
  }
}
