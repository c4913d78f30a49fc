import * as v from 'valibot';
import type { Labels } from '../model/labels.ts';
import { decodeEnvelope, decodeWith } from '../prometheus/decode/envelope.ts';
import { labels, listOf, numberText, optionalListOf, optionalText } from '../prometheus/decode/lists.ts';
import { instant, optionalInstant } from '../prometheus/decode/time.ts';
import type { PushedFamily, PushedGroup, PushgatewayStatus } from './types.ts';

const text = v.nullish(v.string(), null);
/** Native histograms have buckets of another shape. */
const numbers = v.fallback(v.nullish(v.record(v.string(), v.string()), null), null);

const family = v.object({
  time_stamp: instant,
  type: v.string(),
  help: optionalText,
  metrics: optionalListOf(
    v.object({ labels, value: text, count: text, sum: text, buckets: numbers, quantiles: numbers }),
  ),
});

/** Names that the Pushgateway keeps for itself in every group. */
const PUSHED = 'push_time_seconds';
const FAILED = 'push_failure_time_seconds';

/** The time that is the value of one of the Pushgateway's own metrics, epoch ms; null for 0, "never". */
function timeOf(families: readonly PushedFamily[], name: string): number | null {
  const result = v.safeParse(numberText, families.find((one) => one.name === name)?.metrics[0]?.value);
  return result.success && result.output > 0 ? Math.round(result.output * 1000) : null;
}

/** The grouping key as the Pushgateway's own metric has it, which also says that there is no instance. */
function keyOf(families: readonly PushedFamily[]): Labels {
  const { instance = '', ...rest } = families.find(({ name }) => name === PUSHED)?.metrics[0]?.labels ?? {};
  return instance === '' ? rest : { ...rest, instance };
}

/**
 * Metrics stand among a group's own keys, by their names. One that is called `labels` or `last_push_successful` has taken
 * the place of the group's, and then that is told by what else is known.
 */
function readGroup(raw: Readonly<Record<string, unknown>>): PushedGroup {
  const families = Object.entries(raw).flatMap(([name, value]): PushedFamily[] => {
    const result = v.safeParse(family, value);
    if (!result.success) return [];
    const { time_stamp: pushedAt, type, help, metrics } = result.output;
    return [{ name, type: type.toLowerCase(), help, pushedAt, metrics }];
  });
  const pushedAt = timeOf(families, PUSHED);
  const failedAt = timeOf(families, FAILED);
  const { labels: key, last_push_successful: successful } = raw;
  return {
    labels: v.is(labels, key) ? key : keyOf(families),
    lastPushSuccessful: typeof successful === 'boolean' ? successful : (pushedAt ?? 0) > (failedAt ?? 0),
    pushedAt,
    failedAt,
    families: families.filter(({ name }) => name !== PUSHED && name !== FAILED),
  };
}

const group = v.pipe(v.record(v.string(), v.unknown()), v.transform(readGroup));

export function decodeGroups(reply: unknown): readonly PushedGroup[] {
  return decodeWith(listOf(group), decodeEnvelope(reply).data, 'data');
}

const texts = v.record(v.string(), v.string());

const status = v.pipe(
  v.object({ build_information: texts, flags: texts, start_time: optionalInstant }),
  v.transform(({ build_information: build, flags, start_time: startedAt }) => {
    return { version: build.version ?? '', build, flags, startedAt };
  }),
);

export function decodePushgatewayStatus(reply: unknown): PushgatewayStatus {
  return decodeWith(status, decodeEnvelope(reply).data, 'data');
}
