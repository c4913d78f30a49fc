import type { FiringAlert } from '../data/alerts/useFiringAlerts.ts';
import { useHeartbeat } from '../data/clock/heartbeat.ts';
import type { PanelDataState } from '../data/panel/usePanelData.ts';
import { formatAge } from '../model/age.ts';
import { formatDigits } from '../model/units/numbers.ts';
import { describeError } from '../prometheus/describe.ts';
import type { Capped } from '../prometheus/types.ts';
import { Tag } from '../ui/Tag.tsx';
import { clockTime } from './clockTime.ts';
import styles from './Panel.module.css';
import { PartialTag } from './PartialTag.tsx';
import type { PanelFreshness } from './useFreshness.ts';
import { useBoardWorld, useClock } from './world.ts';

interface PanelTagsProps {
  readonly state: PanelDataState;
  readonly freshness: PanelFreshness;
  readonly alert: FiringAlert | null;
  /** Whether there is one is not known. */
  readonly isAlertUnknown: boolean;
}

/** What a panel's head says of its data: an alert on it, an error beside old frames, age, what is missing. */
export function PanelTags({ state, freshness, alert, isAlertUnknown }: PanelTagsProps) {
  const { messages, language, timeZone } = useBoardWorld();
  const clock = useClock();
  const { tags } = messages.board;
  const capped = state.answers.find((answer) => answer && answer.result.capped !== null)?.result.capped ?? null;
  const failure = state.error === null ? null : describeError(state.error, messages.errors);
  return (
    <div className={styles.tags}>
      {alert !== null && <AlertTag alert={alert} />}
      {isAlertUnknown && <AlertsUnknownTag />}
      {failure !== null && (
        <Tag tone="critical" title={`${failure.title} ${failure.advice}`}>
          {state.state === 'error' ? tags.error : failure.title}
        </Tag>
      )}
      {freshness.age !== null && (
        <Tag tone="warning" filled={freshness.freshness === 'stale'}>
          {tags.old(freshness.age)}
        </Tag>
      )}
      {freshness.endedAt !== null && (
        <Tag tone="warning">{tags.ended(clockTime(freshness.endedAt, language, timeZone, clock.now))}</Tag>
      )}
      {freshness.asOf !== null && (
        <small className={styles.asOf}>{tags.asOf(clockTime(freshness.asOf, language, timeZone))}</small>
      )}
      {state.completeness === 'partial' && <PartialTag warnings={state.warnings} />}
      {capped !== null && <CappedTag capped={capped} />}
    </div>
  );
}

function CappedTag({ capped }: { readonly capped: Capped }) {
  const { messages, language } = useBoardWorld();
  const { shown, total } = capped;
  const [some, all] = [shown, countOf(capped)].map((count) =>
    formatDigits(count, { language, decimals: { most: 0 }, grouping: 'always', currency: null }),
  );
  return <Tag>{messages.board.tags.capped(some ?? '', all ?? '', total === null)}</Tag>;
}

/** How many series there are, or were counted. */
const countOf = ({ shown, total, atLeast = shown }: Capped) => total ?? atLeast;

/** Not knowing of alerts is not having none. */
function AlertsUnknownTag() {
  const { messages, firing } = useBoardWorld();
  const failure = firing.error === null ? null : describeError(firing.error, messages.errors);
  return (
    <Tag tone="warning" title={failure ? `${failure.title} ${failure.advice}` : firing.warnings.join('\n')}>
      {messages.board.tags.alertsUnknown}
    </Tag>
  );
}

function AlertTag({ alert }: { readonly alert: FiringAlert }) {
  const { messages } = useBoardWorld();
  const clock = useClock();
  const { tags } = messages.board;
  // Since when is told on the server's clock, which the browser's runs beside.
  const age = useHeartbeat((now) => formatAge(clock.now + (now - clock.tickedAt) - alert.since));
  return <Tag tone={alert.severity}>{tags.firing(tags.severity[alert.severity], age)}</Tag>;
}
