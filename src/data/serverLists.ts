import type { Alert } from '../model/alert.ts';
import type { PrometheusClient } from '../prometheus/client.ts';
import { isNotOffered } from '../prometheus/notOffered.ts';
import type { Reply, RuleGroup, TargetList } from '../prometheus/types.ts';
import type { Question } from './asking/useAnswers.ts';
import type { BoardClock } from './clock/useBoardClock.ts';
import type { DataSource } from './source/dataSource.ts';

/**
 * A part of what a server says of itself, at this tick, with what it remarks on it; one request a tick, whoever shows it.
 * @param name tells it from the other parts
 */
export function serverQuestion<T>(
  name: string,
  dataSource: DataSource,
  clock: BoardClock,
  ask: (client: PrometheusClient, signal: AbortSignal) => Promise<Reply<T>>,
): Question<Reply<T>> {
  return {
    key: [name, dataSource.id, clock.tickedAt],
    subject: `${name} of ${dataSource.id}`,
    ask: async (signal, standing) => {
      const missing = leftOut.get(dataSource.client)?.get(name);
      if (missing !== undefined && Date.now() - missing.at < HOLDS) throw missing.error;
      const task = () => ask(dataSource.client, signal);
      try {
        return await clock.status.track(dataSource.queue.run(standing, signal, task));
      } catch (error) {
        if (isNotOffered(error)) remember(dataSource.client, name, error);
        throw error;
      }
    },
  };
}

/** Ms for which a server is taken at its word that it leaves a part out: one whose address is being set up says so too. */
const HOLDS = 10 * 60_000;

/** By server and part, what it said when it was asked for a part that it does not have, and when (epoch ms). */
const leftOut = new WeakMap<PrometheusClient, Map<string, { readonly error: unknown; readonly at: number }>>();

function remember(client: PrometheusClient, name: string, error: unknown): void {
  leftOut.set(client, new Map(leftOut.get(client)).set(name, { error, at: Date.now() }));
}

/** The active alerts at this tick. */
export function alertsQuestion(dataSource: DataSource, clock: BoardClock): Question<Reply<readonly Alert[]>> {
  return serverQuestion('alerts', dataSource, clock, (client, signal) => client.alerts(signal));
}

/** The rules and their active alerts at this tick. */
export function rulesQuestion(dataSource: DataSource, clock: BoardClock): Question<Reply<readonly RuleGroup[]>> {
  return serverQuestion('rules', dataSource, clock, (client, signal) => client.rules(signal));
}

/** The scrape targets at this tick. */
export function targetsQuestion(dataSource: DataSource, clock: BoardClock): Question<Reply<TargetList>> {
  return serverQuestion('targets', dataSource, clock, (client, signal) => client.targets('active', signal));
}

/** What was discovered and dropped, at this tick. Servers keep some of them only (`keep_dropped_targets`). */
export function droppedTargetsQuestion(dataSource: DataSource, clock: BoardClock): Question<Reply<TargetList>> {
  return serverQuestion('dropped targets', dataSource, clock, (client, signal) => client.targets('dropped', signal));
}

/** What was discovered, kept or dropped, at this tick. */
export function discoveredTargetsQuestion(dataSource: DataSource, clock: BoardClock): Question<Reply<TargetList>> {
  return serverQuestion('discovered targets', dataSource, clock, (client, signal) => client.targets('any', signal));
}
