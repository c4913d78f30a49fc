import type { Alert } from '../model/alert.ts';
import type { RuleGroup, TargetList } from '../prometheus/types.ts';
import type { DataSource } from './dataSource.ts';
import type { Question } from './useAnswers.ts';
import type { BoardClock } from './useBoardClock.ts';

/** The active alerts at this tick; one request a tick, whoever shows them. */
export function alertsQuestion(dataSource: DataSource, clock: BoardClock): Question<readonly Alert[]> {
  return {
    key: ['alerts', dataSource.id, clock.tickedAt],
    subject: `alerts of ${dataSource.id}`,
    ask: (signal, standing) =>
      clock.status.track(
        dataSource.queue.run(standing, signal, async () => (await dataSource.client.alerts(signal)).data),
      ),
  };
}

/** The rules and their active alerts at this tick; one request a tick, whoever shows them. */
export function rulesQuestion(dataSource: DataSource, clock: BoardClock): Question<readonly RuleGroup[]> {
  return {
    key: ['rules', dataSource.id, clock.tickedAt],
    subject: `rules of ${dataSource.id}`,
    ask: (signal, standing) =>
      clock.status.track(
        dataSource.queue.run(standing, signal, async () => (await dataSource.client.rules(signal)).data),
      ),
  };
}

/** The scrape targets at this tick; one request a tick, whoever shows them. */
export function targetsQuestion(dataSource: DataSource, clock: BoardClock): Question<TargetList> {
  return {
    key: ['targets', dataSource.id, clock.tickedAt],
    subject: `targets of ${dataSource.id}`,
    ask: (signal, standing) =>
      clock.status.track(
        dataSource.queue.run(standing, signal, async () => (await dataSource.client.targets('active', signal)).data),
      ),
  };
}

/** What was discovered and dropped, at this tick. Servers keep some of them only (`keep_dropped_targets`). */
export function droppedTargetsQuestion(dataSource: DataSource, clock: BoardClock): Question<TargetList['dropped']> {
  return {
    key: ['dropped targets', dataSource.id, clock.tickedAt],
    subject: `dropped targets of ${dataSource.id}`,
    ask: (signal, standing) =>
      clock.status.track(
        dataSource.queue.run(
          standing,
          signal,
          async () => (await dataSource.client.targets('dropped', signal)).data.dropped,
        ),
      ),
  };
}
