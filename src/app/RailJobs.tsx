import type { OtherJob } from '../data/absence/useOtherJobs.ts';
import { useMessages } from '../data/services/messages.tsx';
import { otherJobsTexts } from '../i18n/apart/otherJobs.ts';
import { Mark } from '../ui/Mark.tsx';
import { autoPath } from '../view/autoBoard.ts';
import styles from './Rail.module.css';
import { RailLink } from './RailLink.tsx';

/** Further ones are on their own page. */
const MOST = 8;

/** The jobs that no pack describes, below the systems that one does. */
export function RailJobs({ jobs }: { readonly jobs: readonly OtherJob[] }) {
  const { language } = useMessages();
  const texts = otherJobsTexts[language];
  return (
    <section>
      <h2 className={styles.pack}>{texts.title}</h2>
      <ul>
        {jobs.slice(0, MOST).map(({ job, tone }) => (
          <li key={job}>
            <RailLink to={autoPath(job)} className={styles.link}>
              <Mark tone={tone} label={texts.tones[tone]} />
              <bdi className={styles.job}>{job}</bdi>
            </RailLink>
          </li>
        ))}
        {jobs.length > MOST && (
          <li>
            <RailLink to="/auto" className={styles.link}>
              <Mark tone="neutral" />
              {texts.more(jobs.length - MOST)}
            </RailLink>
          </li>
        )}
      </ul>
    </section>
  );
}
