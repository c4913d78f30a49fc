import { targetsPanelTexts } from '../../i18n/apart/panels/targets.ts';
import { formatAge } from '../../model/age.ts';
import type { Target } from '../../model/target.ts';
import type { Tone } from '../../model/thresholds.ts';
import { Mark } from '../../ui/Mark.tsx';
import type { PanelEnvironment, PanelProps } from '../contract.ts';
import type { TargetsOptions } from './options.ts';
import styles from './TargetsPanel.module.css';
import { groupByJob, instanceOf, type Job } from './transform.ts';

export function TargetsPanel({ options, data, environment }: PanelProps<TargetsOptions>) {
  const jobs = groupByJob(data.targets, options.jobs);
  if (jobs.length === 0) return <p className={styles.none}>{targetsPanelTexts[environment.language].none}</p>;
  return (
    <ul className={styles.jobs}>
      {jobs.map((job) => (
        <JobItem key={job.name} job={job} environment={environment} />
      ))}
    </ul>
  );
}

/** What is wrong is in sight; the targets that are up are behind their count. */
function JobItem({ job, environment }: { readonly job: Job; readonly environment: PanelEnvironment }) {
  const texts = targetsPanelTexts[environment.language];
  const rest = job.targets.filter((target) => target.health === 'up');
  const heading = (
    <>
      <Mark tone={job.tone} />
      <span className={styles.name}>{job.name}</span>
      <span className={styles.count}>{texts.up(job.up, job.total)}</span>
    </>
  );
  return (
    <li className={styles.job}>
      {rest.length === 0 ? (
        <div className={styles.head}>{heading}</div>
      ) : (
        <details>
          <summary className={styles.head}>{heading}</summary>
          <TargetList targets={rest} environment={environment} />
        </details>
      )}
      <TargetList targets={job.targets.filter((target) => target.health !== 'up')} environment={environment} />
    </li>
  );
}

const tones: Readonly<Record<Target['health'], Tone>> = { up: 'ok', down: 'critical', unknown: 'info' };

function TargetList({ targets, environment }: { targets: readonly Target[]; environment: PanelEnvironment }) {
  const texts = targetsPanelTexts[environment.language];
  if (targets.length === 0) return null;
  return (
    <ul className={styles.targets}>
      {targets.map((target) => (
        <li key={`${target.scrapePool} ${target.scrapeUrl}`}>
          <Mark tone={tones[target.health]} label={texts.health[target.health]} />
          <span className={styles.instance} title={target.scrapeUrl}>
            {instanceOf(target)}
          </span>
          <span className={styles.scraped}>
            {target.lastScrape === null
              ? texts.neverScraped
              : texts.scraped(formatAge(environment.now - target.lastScrape))}
          </span>
          {target.lastError !== '' && <span className={styles.error}>{target.lastError}</span>}
        </li>
      ))}
    </ul>
  );
}
