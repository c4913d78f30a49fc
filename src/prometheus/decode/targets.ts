import * as v from 'valibot';
import { parseDuration } from '../../model/duration.ts';
import type { Target } from '../../model/target.ts';
import type { AlertmanagerList, Reply, TargetList } from '../types.ts';
import { labels, listOf, optionalListOf, optionalText, replyDecoder } from './lists.ts';
import { durationText, optionalInstant, seconds } from './time.ts';

/** How VictoriaMetrics tells them: as labels before relabelling. */
const discoveredTimes = { scrapeInterval: '__scrape_interval__', scrapeTimeout: '__scrape_timeout__' } as const;

const targetEntries = v.object({
  health: v.fallback(v.picklist(['up', 'down', 'unknown']), 'unknown'),
  labels,
  discoveredLabels: v.nullish(labels, {}),
  scrapePool: optionalText,
  scrapeUrl: v.string(),
  lastError: optionalText,
  lastScrape: optionalInstant,
  lastScrapeDuration: seconds,
  scrapeInterval: durationText,
  scrapeTimeout: durationText,
});

/** What was never scraped is not known to be down, whatever a server calls it. */
const target = v.pipe(
  targetEntries,
  v.transform(({ health, scrapeInterval, scrapeTimeout, ...rest }): Target => {
    const discovered = (name: string) => parseDuration(rest.discoveredLabels[name] ?? '');
    return {
      ...rest,
      health: rest.lastScrape === null ? 'unknown' : health,
      scrapeInterval: scrapeInterval ?? discovered(discoveredTimes.scrapeInterval),
      scrapeTimeout: scrapeTimeout ?? discovered(discoveredTimes.scrapeTimeout),
    };
  }),
);

const droppedTarget = v.object({ discoveredLabels: labels, scrapePool: optionalText });

export const decodeTargets: (reply: unknown) => Reply<TargetList> = replyDecoder(
  v.pipe(
    v.object({ activeTargets: listOf(target), droppedTargets: optionalListOf(droppedTarget) }),
    v.transform(({ activeTargets, droppedTargets }) => ({ active: activeTargets, dropped: droppedTargets })),
  ),
);

const address = v.pipe(
  v.object({ url: v.string() }),
  v.transform(({ url }) => url),
);

export const decodeAlertmanagers: (reply: unknown) => Reply<AlertmanagerList> = replyDecoder(
  v.pipe(
    v.object({ activeAlertmanagers: listOf(address), droppedAlertmanagers: optionalListOf(address) }),
    v.transform(({ activeAlertmanagers, droppedAlertmanagers }) => ({
      active: activeAlertmanagers,
      dropped: droppedAlertmanagers,
    })),
  ),
);
