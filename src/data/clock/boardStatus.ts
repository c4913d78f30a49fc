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
  /** Lists that are being asked for beside the panels. */
  readonly tracked: number;
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
  /** Counts what the board asks for beside its panels (alerts, targets) until it is settled. */
  track<T>(answer: Promise<T>): Promise<T>;
  snapshot(): BoardSnapshot;
  subscribe(listener: () => void): () => void;
}

const nothing: BoardSnapshot = { fetching: 0, tracked: 0, failed: 0, panels: 0, oldestGoodAt: null, skew: null };

export function createBoardStatus(): BoardStatus {
  const reports = new Map<string, PanelReport>();
  const listeners = new Set<() => void>();
  let current = nothing;
  let skew: number | null = null;
  let tracked = 0;
  const changed = () => {
    let { fetching, failed, oldestGoodAt } = nothing;
    for (const report of reports.values()) {
      if (report.isFetching) fetching++;
      if (report.hasFailed) failed++;
      if (report.goodAt !== null) oldestGoodAt = Math.min(oldestGoodAt ?? Number.POSITIVE_INFINITY, report.goodAt);
    }
    current = { fetching, tracked, failed, oldestGoodAt, panels: reports.size, skew };
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
    async track(answer) {
      tracked++;
      changed();
      try {
        return await answer;
      } finally {
        tracked--;
        changed();
      }
    },
    snapshot: () => current,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
