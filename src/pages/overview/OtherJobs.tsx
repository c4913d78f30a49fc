import type { OtherJob } from '../../data/absence/useOtherJobs.ts';
import { useMessages } from '../../data/services/messages.tsx';
import { otherJobsTexts } from '../../i18n/apart/otherJobs.ts';
import { ButtonLink } from '../../ui/Button.tsx';
import { Mark } from '../../ui/Mark.tsx';
import { autoPath } from '../../view/autoBoard.ts';
import { usePageAddress } from '../../view/usePageAddress.ts';
import styles from './OtherJobs.module.css';

/** Further ones are on their own page. */
const MOST = 40;

/** Jobs that no pack describes, each with the way to a board made of what it measures. */
export function OtherJobs({ jobs }: { readonly jobs: readonly OtherJob[] }) {
  const { language } = useMessages();
  const texts = otherJobsTexts[language];
  const addressOf = usePageAddress();
  return (
    <section aria-labelledby="other-jobs">
      <h2 id="other-jobs" className={styles.heading}>
        {texts.title}
      </h2>
      <p className={styles.detail}>{texts.detail}</p>
      <ul className={styles.jobs}>
        {jobs.slice(0, MOST).map(({ job, tone }) => (
          <li key={job}>
            <ButtonLink href={addressOf(autoPath(job))}>
              <Mark tone={tone} label={texts.tones[tone]} />
              <bdi>{job}</bdi>
            </ButtonLink>
          </li>
        ))}
        {jobs.length > MOST && (
          <li>
            <ButtonLink look="quiet" href={addressOf('/auto')}>
              {texts.more(jobs.length - MOST)}
            </ButtonLink>
          </li>
        )}
      </ul>
    </section>
  );
}
