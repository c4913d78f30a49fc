/** What one panel tells the board of its data. */
export interface PanelReport {
  readonly isFetching: boolean;
  readonly hasFailed: boolean;
  /** When its data was last known to be good, epoch ms of the browser; null before the first answer. */
  readonly goodAt: number | null;
}

/** The board as a whole. */
export interface BoardSnapshot {
  readonly fetching: number;
  readonly failed: number;
  readonly panels: number;
  /** The oldest `goodAt` on the board: it is as fresh as its stalest panel. */
  readonly oldestGoodAt: number | null;
  /** Ms by which the server's clock is ahead of the browser's (negative: behind); null while that is not known. */
  readonly skew: number | null;
}

/** Collects the reports of a board's panels; the clock waits on it, the toolbar shows it. */
export interface BoardStatus {
  report(panelId: string, report: PanelReport): void;
  remove(panelId: string): void;
  reportSkew(skew: number | null): void;
  snapshot(): BoardSnapshot;
  subscribe(listener: () => void): () => void;
}

const nothing: BoardSnapshot = { fetching: 0, failed: 0, panels: 0, oldestGoodAt: null, skew: null };

export function createBoardStatus(): BoardStatus {
  const reports = new Map<string, PanelReport>();
  const listeners = new Set<() => void>();
  let current = nothing;
  let skew: number | null = null;
  const changed = () => {
    let { fetching, failed, oldestGoodAt } = nothing;
    for (const report of reports.values()) {
      if (report.isFetching) fetching++;
      if (report.hasFailed) failed++;
      if (report.goodAt !== null) oldestGoodAt = Math.min(oldestGoodAt ?? Number.POSITIVE_INFINITY, report.goodAt);
    }
    current = { fetching, failed, oldestGoodAt, panels: reports.size, skew };
    for (const listener of listeners) listener();
  };
  return {
    report(panelId, report) {
      reports.set(panelId, report);
      changed();
    },
    remove(panelId) {
      if (reports.delete(panelId)) changed();
    },
    reportSkew(next) {
      if (next === skew) return;
      skew = next;
      changed();
    },
    snapshot: () => current,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
