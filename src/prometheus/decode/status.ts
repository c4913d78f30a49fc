import * as v from 'valibot';
import type { BuildInfo, Reply, RuntimeInfo, TsdbStatus, WalReplay } from '../types.ts';
import { optionalListOf, optionalText, replyDecoder } from './lists.ts';
import { optionalInstant } from './time.ts';

export const decodeBuildInfo: (reply: unknown) => Reply<BuildInfo> = replyDecoder(
  v.object({
    version: optionalText,
    revision: optionalText,
    branch: optionalText,
    buildUser: optionalText,
    buildDate: optionalText,
    goVersion: optionalText,
  }),
);

const optionalNumber = v.nullish(v.number(), null);

export const decodeRuntimeInfo: (reply: unknown) => Reply<RuntimeInfo> = replyDecoder(
  v.pipe(
    v.object({
      startTime: optionalInstant,
      CWD: optionalText,
      hostname: optionalText,
      reloadConfigSuccess: v.nullish(v.boolean(), null),
      lastConfigTime: optionalInstant,
      corruptionCount: optionalNumber,
      goroutineCount: optionalNumber,
      storageRetention: optionalText,
    }),
    v.transform(({ CWD, ...rest }) => ({ ...rest, workingDirectory: CWD })),
  ),
);

export const decodeFlags: (reply: unknown) => Reply<Readonly<Record<string, string>>> = replyDecoder(
  v.record(v.string(), v.string()),
);

/** The configuration as YAML. Prometheus has put `<secret>` where secrets stand. */
export const decodeConfig: (reply: unknown) => Reply<string> = replyDecoder(
  v.pipe(
    v.object({ yaml: v.string() }),
    v.transform(({ yaml }) => yaml),
  ),
);

const ranking = optionalListOf(v.object({ name: v.string(), value: v.number() }));

const head = v.pipe(
  v.object({ numSeries: v.number(), chunkCount: v.number(), minTime: v.number(), maxTime: v.number() }),
  v.transform(({ numSeries, ...rest }) => ({ ...rest, seriesCount: numSeries })),
);

export const decodeTsdb: (reply: unknown) => Reply<TsdbStatus> = replyDecoder(
  v.pipe(
    v.object({
      headStats: v.nullish(head, null),
      totalSeries: optionalNumber,
      seriesCountByMetricName: ranking,
      labelValueCountByLabelName: ranking,
      memoryInBytesByLabelName: ranking,
      seriesCountByLabelValuePair: ranking,
    }),
    v.transform(({ headStats, totalSeries, ...rest }) => ({ ...rest, head: headStats, seriesToday: totalSeries })),
  ),
);

export const decodeWalReplay: (reply: unknown) => Reply<WalReplay> = replyDecoder(
  v.object({ min: v.number(), max: v.number(), current: v.number() }),
);
