import { targetsPanelTexts } from '../../i18n/apart/panels/targets.ts';
import { formatAge } from '../../model/age.ts';
import type { PanelKind } from '../contract.ts';
import { decodeOptions, type TargetsOptions } from './options.ts';
import { TargetsPanel } from './TargetsPanel.tsx';
import { groupByJob, instanceOf } from './transform.ts';

const targets: PanelKind<TargetsOptions> = {
  decodeOptions,
  Panel: TargetsPanel,
  summary: ({ options, data, environment }) => {
    const texts = targetsPanelTexts[environment.language];
    const jobs = groupByJob(data.targets, options.jobs);
    if (jobs.length === 0) return texts.none;
    const up = jobs.reduce((sum, job) => sum + job.up, 0);
    const total = jobs.reduce((sum, job) => sum + job.total, 0);
    const down = jobs.flatMap((job) => job.targets.filter((target) => target.health === 'down'));
    return texts.summary(texts.up(up, total), down.map(instanceOf));
  },
  toTable: ({ options, data, environment }) => {
    const { columns, health, neverScraped } = targetsPanelTexts[environment.language];
    return {
      columns: [columns.job, columns.instance, columns.health, columns.scraped, columns.error].map((name) => ({
        name,
        numeric: false,
      })),
      rows: groupByJob(data.targets, options.jobs).flatMap((job) =>
        job.targets.map((target) => [
          { text: job.name, raw: job.name },
          { text: instanceOf(target), raw: instanceOf(target) },
          { text: health[target.health], raw: target.health },
          target.lastScrape === null
            ? { text: neverScraped, raw: null }
            : { text: formatAge(environment.now - target.lastScrape), raw: new Date(target.lastScrape).toISOString() },
          { text: target.lastError, raw: target.lastError },
        ]),
      ),
    };
  },
};

export default targets;
