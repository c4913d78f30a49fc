import type { MetricFamily } from '../../fleet/types.ts';
import { matchesAll } from '../../promql/matchers.ts';
import { targetLabels } from '../store/series.ts';
import { ApiError, invalidParameter } from './errors.ts';
import { parseSelector, readCount } from './parameters.ts';
import { replyOf } from './reply.ts';
import type { Endpoint } from './server.ts';

interface Metadata {
  readonly type: string;
  readonly help: string;
  readonly unit: string;
}

/** What the TYPE and HELP lines of a family say; null: the exporter writes neither. */
function metadataOf({ type, help }: MetricFamily): Metadata | null {
  if (type === 'untyped' && help === '') return null;
  return { type: type === 'untyped' ? 'unknown' : type, help, unit: '' };
}

/** The families that have metadata, of this name where one is given. */
function described(families: readonly MetricFamily[], metric: string): (readonly [string, Metadata])[] {
  const wanted = metric === '' ? families : families.filter(({ name }) => name === metric);
  return wanted.flatMap((family) => {
    const metadata = metadataOf(family);
    return metadata ? [[family.name, metadata] as const] : [];
  });
}

/** `metadata`: what targets say of metrics, by metric; targets that say the same are one. */
export const metadata: Endpoint = (parameters, { targets }) => {
  const limit = readCount(parameters, 'limit', -1);
  const limitPerMetric = readCount(parameters, 'limit_per_metric', -1);
  const byMetric = new Map<string, Map<string, Metadata>>();
  for (const [name, told] of targets.flatMap(({ families }) => described(families, parameters.get('metric') ?? ''))) {
    const known = byMetric.get(name) ?? new Map<string, Metadata>();
    byMetric.set(name, known);
    if (!(limitPerMetric > 0 && known.size >= limitPerMetric)) known.set(JSON.stringify(told), told);
  }
  const all = Array.from(byMetric, ([name, known]) => [name, [...known.values()]] as const);
  return replyOf(Object.fromEntries(limit >= 0 ? all.slice(0, limit) : all));
};

/** `targets/metadata`: what each target says of its metrics. */
export const targetsMetadata: Endpoint = (parameters, { targets }) => {
  const limit = readCount(parameters, 'limit', -1);
  const metric = parameters.get('metric') ?? '';
  const matches = targetFilter(parameters.get('match_target') ?? '');
  const found: unknown[] = [];
  for (const target of targets) {
    const labels = targetLabels(target);
    // Between targets only, as Prometheus does: one target's list is never cut.
    if (limit >= 0 && found.length >= limit) break;
    if (!matches(labels)) continue;
    for (const [name, told] of described(target.families, metric)) {
      found.push(metric === '' ? { target: labels, metric: name, ...told } : { target: labels, ...told });
    }
  }
  return replyOf(found);
};

function targetFilter(selector: string): (labels: Readonly<Record<string, string>>) => boolean {
  if (selector === '') return () => true;
  try {
    const matchers = parseSelector(selector);
    return (labels) => matchesAll(matchers, labels);
  } catch (error) {
    throw error instanceof ApiError ? invalidParameter('match_target', error.message) : error;
  }
}
