import { type Absence, absent } from '../../model/absence.ts';
import type { Labels } from '../../model/labels.ts';
import { metricNames, selectors } from '../../prometheus/analysis.ts';
import type { PrometheusClient } from '../../prometheus/client.ts';
import type { QueryPlan } from '../../prometheus/plan.ts';
import { windows } from '../../prometheus/windows.ts';
import { type EmptyFindings, emptyReason } from './emptyReason.ts';

/** How far back is looked, ms. */
const LOOK_BACK = 24 * 3_600_000;

/** What is to be known of a query without data, but for the list of targets. */
export type Findings = Omit<EmptyFindings, 'targets' | 'scrapeInterval' | 'windows'>;

/** Ms for which findings hold: what was filtered out may have ended by then, and what was down may be back. */
const HOLDS = 5 * 60_000;

/**
 * The series that an expression reads, as a value. It is these that are looked for: what is made of them and over what window, which of
 * `$__range` is another at each tick, is no part of the question.
 */
export const readsOf = (expr: string): string => JSON.stringify(selectors(expr).map(({ text }) => text));

/** The while that a plan falls into, as a number: within it findings hold, after it they are looked for anew. */
export const whileOf = (plan: QueryPlan): number => Math.floor(endOf(plan) / HOLDS);

const endOf = (plan: QueryPlan): number => (plan.kind === 'instant' ? plan.time : plan.end);

/** Looks for the samples behind a query that gave none, with at most two cheap queries. */
export async function lookForSamples(
  client: PrometheusClient,
  plan: QueryPlan,
  signal: AbortSignal,
): Promise<Findings> {
  const { expr } = plan;
  const end = endOf(plan);
  const names = metricNames(expr);
  const texts = selectors(expr).map(({ text }) => text);
  const window = { start: end - LOOK_BACK, end };
  const known =
    names.length === 0
      ? []
      : (await client.labelValues('__name__', { match: names.map(bareSelector), ...window }, signal)).data;
  const result = { names, known: new Set(known), end };
  if (known.length < names.length || texts.length === 0) return { ...result, selectors: [], down: [] };
  // The newest sample of each selector, with the labels of its series, and what is down; one answer for all of them.
  const parts = texts.map((text, i) => marked(`topk(1, max_over_time(timestamp(${text})[1d:5m]))`, `${i}`));
  const { frame } = await client.query({ expr: [...parts, marked('up == 0', 'down')].join(' or '), time: end }, signal);
  const of = (mark: string) => frame.series.filter(({ labels }) => labels.mirante_selector === mark);
  return {
    ...result,
    selectors: texts.map((text, i) => {
      const [series] = of(`${i}`);
      return { text, newest: series ? (series.values[0] ?? 0) * 1000 : null, labels: series?.labels ?? {} };
    }),
    down: of('down').map(({ labels }) => labels),
  };
}

const bareSelector = (name: string) => `{__name__=${JSON.stringify(name)}}`;
const marked = (expr: string, mark: string) =>
  `label_replace(${expr}, "mirante_selector", "${mark}", "__name__", ".*")`;

/** Series that end in the ordinary course of things: an alert that is over is no loss. */
const transient: ReadonlySet<string> = new Set(['ALERTS', 'ALERTS_FOR_STATE']);

/** `findAbsence` of each plan, by what it reads. */
export async function findAbsences(
  client: PrometheusClient,
  plans: readonly QueryPlan[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, Absence>> {
  const entries = plans.map(async (plan) => [readsOf(plan.expr), await findAbsence(client, plan, signal)] as const);
  return new Map(await Promise.all(entries));
}

/** Why a query has no value now, as far as it is about its data: an expression that lets nothing through has lost none. */
async function findAbsence(client: PrometheusClient, plan: QueryPlan, signal: AbortSignal): Promise<Absence> {
  const findings = await lookForSamples(client, plan, signal);
  if (findings.names.every((name) => transient.has(name))) return absent;
  const reason = emptyReason({ ...findings, targets: [], scrapeInterval: 0, windows: windows(plan.expr) });
  return reason.kind === 'ended' || reason.kind === 'down' ? { kind: reason.kind, at: reason.at } : absent;
}

/** Labels of the targets that are down. */
export async function findDown(client: PrometheusClient, signal: AbortSignal): Promise<readonly Labels[]> {
  const { frame } = await client.query({ expr: 'up == 0' }, signal);
  return frame.series.map(({ labels }) => labels);
}
