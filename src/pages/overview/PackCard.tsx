import { lazy, Suspense } from 'react';
import { KeyFigure } from '../../board/KeyFigure.tsx';
import { PartialTag } from '../../board/PartialTag.tsx';
import { useHeartbeat } from '../../data/clock/heartbeat.ts';
import type { BoardClock } from '../../data/clock/useBoardClock.ts';
import { type PackHealth, usePackHealth } from '../../data/packs/usePackHealth.ts';
import { useMessages } from '../../data/services/messages.tsx';
import type { DataSource } from '../../data/source/dataSource.ts';
import { overviewTexts } from '../../i18n/apart/overview.ts';
import { formatAge } from '../../model/age.ts';
import { sections } from '../../model/dashboard.ts';
import type { PackSummary } from '../../model/pack.ts';
import { describeError } from '../../prometheus/describe.ts';
import { ButtonLink } from '../../ui/Button.tsx';
import { Mark } from '../../ui/Mark.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { usePageAddress } from '../../view/usePageAddress.ts';
import { useReport } from '../frame/useReport.ts';
import styles from './PackCard.module.css';

// Most packs name no further places.
const PlaceLinks = lazy(() => import('../../ui/PlaceLinks.tsx'));

interface PackCardProps {
  readonly pack: PackSummary;
  readonly dataSource: DataSource;
  readonly clock: BoardClock;
  readonly theme: 'light' | 'dark';
}

/** One system: how it fares, its key figures, and the ways to its dashboards. */
export function PackCard({ pack, dataSource, clock, theme }: PackCardProps) {
  const { language } = useMessages();
  const health = usePackHealth(pack, dataSource, clock);
  const { error, isFetching, isCurrent } = health;
  const goodAt = useReport(pack.id, { isFetching, hasFailed: error !== null, isCurrent }, clock);
  const titleId = `system-${pack.id}`;
  return (
    <section className={styles.card} aria-labelledby={titleId} data-state={stateOf(health)}>
      <div className={styles.body}>
        <header className={styles.head}>
          <h2 id={titleId} className={styles.title}>
            {pack.title[language]}
          </h2>
          <HealthLine health={health} />
          {error !== null && <PartlyFailed error={error} goodAt={goodAt} />}
        </header>
        {health.figures.length > 0 && (
          <ul className={styles.figures}>
            {health.figures.map((state) => (
              <KeyFigure key={state.figure.title.en} state={state} span={clock.span} theme={theme} />
            ))}
          </ul>
        )}
        <Ways pack={pack} />
      </div>
    </section>
  );
}

/** The worst that is firing, for the card's border. */
function stateOf({ firing }: PackHealth): 'critical' | 'warning' | undefined {
  if (firing === null) return undefined;
  if (firing.critical > 0) return 'critical';
  return firing.warning > 0 ? 'warning' : undefined;
}

function HealthLine({ health: { targets, firing, warnings } }: { readonly health: PackHealth }) {
  const { language } = useMessages();
  const texts = overviewTexts[language];
  const isWhole = warnings.length === 0;
  const isQuiet = isWhole && firing !== null && firing.critical + firing.warning + firing.other === 0;
  return (
    <p className={styles.health}>
      {targets !== null && (
        <span className={styles.targets}>
          <Mark tone={toneOf(targets, isWhole)} />
          {targets.total === 0 ? texts.noTargets : texts.targets(targets.up, targets.total)}
        </span>
      )}
      {firing !== null && firing.critical > 0 && (
        <Tag tone="critical" filled>
          {texts.firing.critical(firing.critical)}
        </Tag>
      )}
      {firing !== null && firing.warning > 0 && <Tag tone="warning">{texts.firing.warning(firing.warning)}</Tag>}
      {firing !== null && firing.other > 0 && <Tag tone="info">{texts.firing.other(firing.other)}</Tag>}
      {isQuiet && <span className={styles.quiet}>{texts.noAlerts}</span>}
      {!isWhole && <PartialTag warnings={warnings} />}
    </p>
  );
}

/** Of some targets one that is down says it of the system, but all that are up say nothing of the others. */
function toneOf({ up, total }: NonNullable<PackHealth['targets']>, isWhole: boolean) {
  if (up < total) return 'warning';
  return total > 0 && isWhole ? 'ok' : 'neutral';
}

interface PartlyFailedProps {
  readonly error: unknown;
  /** When all that the card shows was good, epoch ms; null when it never was. */
  readonly goodAt: number | null;
}

function PartlyFailed({ error, goodAt }: PartlyFailedProps) {
  const { language, messages } = useMessages();
  const texts = overviewTexts[language];
  const age = useHeartbeat((now) => (goodAt === null ? null : formatAge(now - goodAt)));
  const { title, advice } = describeError(error, messages.errors);
  return (
    <p className={styles.failed} role="status">
      <Mark tone="critical" />
      <span>
        {texts.partly} {title}. {advice}
      </span>
      {age !== null && <strong>{texts.old(age)}</strong>}
    </p>
  );
}

/** Where to look closer: the dashboards, the places that the pack names, and the wall. */
function Ways({ pack }: { readonly pack: PackSummary }) {
  const { language } = useMessages();
  const addressOf = usePageAddress();
  const dashboards = sections.flatMap((section) => pack.dashboards.filter((d) => d.section === section));
  return (
    <ul className={styles.ways}>
      {dashboards.map(({ id, title }) => (
        <li key={id}>
          <ButtonLink href={addressOf(`/d/${pack.id}/${id}`)}>{title[language]}</ButtonLink>
        </li>
      ))}
      <Suspense>
        {pack.links.length > 0 && <PlaceLinks links={pack.links} language={language} addressOf={addressOf} />}
      </Suspense>
      <li>
        <ButtonLink look="quiet" icon="wall" href={addressOf(`/kiosk/${pack.id}`)}>
          {overviewTexts[language].wall}
        </ButtonLink>
      </li>
    </ul>
  );
}
