import { useMessages } from '../../data/services/messages.tsx';
import type { DataSource } from '../../data/source/dataSource.ts';
import { autoTexts } from '../../i18n/apart/auto.ts';
import { describeError } from '../../prometheus/describe.ts';
import { ButtonLink } from '../../ui/Button.tsx';
import { Message } from '../../ui/Message.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useAppReady } from '../../ui/useAppReady.ts';
import { autoPath } from '../../view/autoBoard.ts';
import { usePageAddress } from '../../view/usePageAddress.ts';
import styles from './Auto.module.css';
import { useJobs } from './useJob.ts';

/** The jobs that have data on a server, each a link to its board. */
export function JobList({ dataSource }: { readonly dataSource: DataSource }) {
  const { language, messages } = useMessages();
  const texts = autoTexts[language];
  const { data, error } = useJobs(dataSource, true);
  const addressOf = usePageAddress();
  useAppReady(data !== undefined || error !== null);
  if (error !== null) {
    const { title, advice, detail } = describeError(error, messages.errors);
    return (
      <Message role="alert" title={title}>
        {advice} {detail !== '' && <code>{detail}</code>}
      </Message>
    );
  }
  if (data === undefined) return <Skeleton height="120px" />;
  if (data.length === 0) return <p>{texts.unknown.none}</p>;
  return (
    <ul className={styles.jobs}>
      {data.map((job) => (
        <li key={job}>
          <ButtonLink href={addressOf(autoPath(job))}>
            <bdi>{job}</bdi>
          </ButtonLink>
        </li>
      ))}
    </ul>
  );
}
