import { useMemo } from 'react';
import type { Silence } from '../../alertmanager/types.ts';
import {
  type Alertmanager,
  heldAlertsQuestion,
  silencesQuestion,
  useAlertmanagers,
} from '../../data/alerts/alertmanagers.ts';
import { type Answer, useAnswer, useAnswers } from '../../data/asking/useAnswers.ts';
import type { BoardClock } from '../../data/clock/useBoardClock.ts';
import { rulesQuestion } from '../../data/serverLists.ts';
import type { DataSource } from '../../data/source/dataSource.ts';
import { useStableList } from '../../data/useStable.ts';
import { isNotOffered } from '../../prometheus/notOffered.ts';
import type { Reply, RuleGroup } from '../../prometheus/types.ts';
import { type AlertEntry, type AlertingRule, alertingRules, entriesOf } from './entries.ts';
import { joinHeld } from './join.ts';
import type { Knowledge, OwnedSilence } from './silences/matching.ts';
import { silenceKey } from './world.ts';

interface AlertsData {
  /** Prometheus's own; the others are read from it and from the Alertmanagers. */
  readonly answer: Answer<Reply<readonly RuleGroup[]>> | null;
  readonly rules: readonly AlertingRule[];
  readonly entries: readonly AlertEntry[];
  readonly servers: readonly Alertmanager[];
  readonly silences: readonly OwnedSilence[];
  /** How much of the silences is known. */
  readonly silencesKnown: Knowledge;
  /** By `silenceKey`. */
  readonly silencesById: ReadonlyMap<string, Silence>;
  /** Alertmanagers that did not answer, and why. */
  readonly failures: readonly { readonly server: Alertmanager; readonly error: unknown }[];
  /** Whether alerts are known, or that there are none. */
  readonly isKnown: boolean;
}

const none: readonly RuleGroup[] = [];

/** What the server and its Alertmanagers know of alerts at this tick, joined. */
export function useAlertsData(dataSource: DataSource, clock: BoardClock): AlertsData {
  const servers = useAlertmanagers(dataSource.id);
  const answer = useAnswer(rulesQuestion(dataSource, clock));
  const heldAnswers = useAnswers(
    servers.map((server) => heldAlertsQuestion(server, dataSource, clock)),
    true,
  );
  const silenceAnswers = useAnswers(
    servers.map((server) => silencesQuestion(server, dataSource, clock)),
    true,
  );
  const held = useStableList(heldAnswers.map(({ value }) => value));
  const listed = useStableList(silenceAnswers.map(({ value }) => value));
  const groups = answer?.value?.data ?? none;
  const rules = useMemo(() => alertingRules(groups), [groups]);
  const entries = useMemo(() => {
    const holdings = servers.map((server, i) => ({ server, alerts: held[i] ?? null }));
    return joinHeld(
      entriesOf(rules),
      holdings.flatMap(({ server, alerts }) => (alerts === null ? [] : [{ server, alerts }])),
    );
  }, [rules, servers, held]);
  const silences = useMemo(
    () => servers.flatMap((server, i) => (listed[i] ?? []).map((silence) => ({ server, silence }))),
    [servers, listed],
  );
  const silencesById = useMemo(
    () => new Map(silences.map(({ server, silence }) => [silenceKey(server, silence.id), silence])),
    [silences],
  );
  const failures = servers.flatMap((server, i) => {
    const error = heldAnswers[i]?.error ?? silenceAnswers[i]?.error ?? null;
    return error === null ? [] : [{ server, error }];
  });
  // Without Prometheus's rules no list of an Alertmanager is all there is, but where it has none to offer.
  const hasRules = answer !== null && answer.value !== null;
  const isOffered = answer !== null && !isNotOffered(answer.error);
  const isKnown = hasRules || entries.length > 0 || (!isOffered && held.some((alerts) => alerts !== null));
  const silencesKnown = knowledgeOf(silenceAnswers);
  return { answer, rules, entries, servers, silences, silencesKnown, silencesById, failures, isKnown };
}

function knowledgeOf(answers: readonly Pick<Answer<unknown>, 'value' | 'error'>[]): Knowledge {
  if (answers.every(({ value, error }) => value !== null && error === null)) return 'whole';
  const isAwaited = answers.some(({ error }) => error === null) && answers.every(({ value }) => value === null);
  return isAwaited ? 'awaited' : 'partial';
}
