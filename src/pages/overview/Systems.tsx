import { useOtherJobs } from '../../data/absence/useOtherJobs.ts';
import type { BoardClock } from '../../data/clock/useBoardClock.ts';
import { useClockSync } from '../../data/clock/useClockSync.ts';
import { useFoundPacks } from '../../data/packs/useFoundPacks.ts';
import { useMessages } from '../../data/services/messages.tsx';
import type { DataSource } from '../../data/source/dataSource.ts';
import { overviewTexts } from '../../i18n/apart/overview.ts';
import type { PackSummary } from '../../model/pack.ts';
import { describeError } from '../../prometheus/describe.ts';
import { Button } from '../../ui/Button.tsx';
import { Message } from '../../ui/Message.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useAppReady } from '../../ui/useAppReady.ts';
import { NoPacks } from './FirstSteps.tsx';
import { MissingPacks } from './MissingPacks.tsx';
import { OtherJobs } from './OtherJobs.tsx';
import styles from './OverviewPage.module.css';
import { PackCard } from './PackCard.tsx';

interface SystemsProps {
  readonly packs: readonly PackSummary[];
  readonly dataSource: DataSource;
  readonly clock: BoardClock;
  readonly theme: 'light' | 'dark';
}

/** The systems that this server knows, then those that it does not. */
export function Systems({ packs, dataSource, clock, theme }: SystemsProps) {
  const { language } = useMessages();
  useClockSync(dataSource, clock);
  const { found, isLooking, warnings, error, retry } = useFoundPacks(packs, dataSource, clock);
  const here = packs.filter(({ id }) => found.get(id) === true);
  const missing = packs.filter(({ id }) => found.get(id) === false);
  const unsure = isLooking || error !== null ? [] : packs.filter(({ id }) => found.get(id) === null);
  const others = useOtherJobs(here, dataSource, clock) ?? [];
  useAppReady(!isLooking);
  // A job may be that of a system which is not known to be here.
  const otherJobs = ![...found.values()].includes(null) && others.length > 0 && <OtherJobs jobs={others} />;
  if (packs.length === 0) {
    return (
      <>
        <NoPacks />
        {otherJobs}
      </>
    );
  }
  const texts = overviewTexts[language];
  const isNothingHere = packs.length === missing.length;
  return (
    <>
      {error !== null && <ServerFailed error={error} onRetry={retry} />}
      {isLooking && (
        <div role="status" aria-label={texts.looking}>
          <Skeleton height="160px" />
        </div>
      )}
      {here.length > 0 && (
        <div className={styles.systems}>
          {here.map((pack) => (
            <PackCard key={pack.id} pack={pack} dataSource={dataSource} clock={clock} theme={theme} />
          ))}
        </div>
      )}
      {unsure.length > 0 && (
        <Message role="status" title={texts.unsure(unsure.map(({ title }) => title[language]).join(', '))}>
          <p>{texts.unsureDetail}</p>
          {warnings.length > 0 && <pre>{warnings.join('\n')}</pre>}
        </Message>
      )}
      {isNothingHere && (
        <section className={styles.first}>
          <Message title={texts.nothingFound.title}>{texts.nothingFound.detail(dataSource.name, packs.length)}</Message>
        </section>
      )}
      {otherJobs}
      {missing.length > 0 && <MissingPacks packs={missing} isAlone={here.length === 0} />}
    </>
  );
}

interface ServerFailedProps {
  readonly error: unknown;
  readonly onRetry: () => void;
}

/** The data source did not answer as a Prometheus does: what it did, and what to do. */
function ServerFailed({ error, onRetry }: ServerFailedProps) {
  const { language, messages } = useMessages();
  const { title, advice, detail } = describeError(error, messages.errors);
  const retry = <Button onClick={onRetry}>{overviewTexts[language].serverFailed}</Button>;
  return (
    <section className={styles.first}>
      <Message role="alert" title={title} action={retry}>
        <p>{advice}</p>
        {detail !== '' && <pre>{detail}</pre>}
      </Message>
    </section>
  );
}
