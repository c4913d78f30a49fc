import type { FleetSeries } from '../../mocks/fleet/types.ts';

/** Something that was started and has to be ended. */
export interface Running {
  stop(): void | Promise<void>;
}

/** A target that is there to be scraped, with all that had to be started for it. */
export interface RunningTarget extends Running {
  /** `host:port` to scrape. */
  readonly address: string;
  stop(): Promise<void>;
}

/** A real server or exporter, in the place of a simulated target. */
export interface RealServer extends RunningTarget {
  /** The simulated series that it passes on, under the names and labels it gives them; none if not said. */
  readonly relayed?: readonly FleetSeries[];
}

/**
 * Starts parts that belong together: `start` puts each into `running` as soon as it runs. They are ended in reverse
 * order by the `stop` of the result, or at once when `start` fails.
 */
export async function startTogether<T extends object>(
  start: (running: Running[]) => Promise<T>,
): Promise<T & { stop(): Promise<void> }> {
  const running: Running[] = [];
  const stop = async () => {
    for (const one of running.splice(0).reverse()) await one.stop();
  };
  try {
    return { ...(await start(running)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
