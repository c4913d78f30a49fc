import type { Dashboard } from '../../model/dashboard.ts';
import { labelsKey } from '../../model/labels.ts';
import type { Language } from '../../model/language.ts';
import { matcherText } from '../../model/matcher.ts';
import type { PackSummary } from '../../model/pack.ts';
import { severityTone } from '../../model/severity.ts';
import type { Target } from '../../model/target.ts';
import type { Tone } from '../../model/thresholds.ts';
import type { RuleGroup } from '../../prometheus/types.ts';
import { autoPath } from '../../view/autoBoard.ts';
import { fold, type Searched } from './match.ts';

/** What choosing an entry does: goes to a page of the app, runs something, or copies a text. */
type Effect = { readonly to: string } | { readonly run: () => void } | { readonly copy: () => string };

/** Something that the palette offers. */
export interface Entry extends Searched {
  /** Tells it from all others, whatever the language. */
  readonly id: string;
  /** Where it belongs, or how it stands. */
  readonly detail: string;
  /** A sign of its state; `detail` says it in words. */
  readonly tone?: Tone;
  /** Keys that do the same. */
  readonly keys?: string;
  readonly effect: Effect;
}

/** Characters of a text that others wrote which are looked at and shown. */
const LONGEST = 200;

/** Makes an entry; `further` are words that it is found by besides what it shows. */
export function entry(given: Omit<Entry, 'folded' | 'further'> & { readonly further?: string }): Entry {
  const [label, detail] = [given.label.slice(0, LONGEST), given.detail.slice(0, LONGEST)];
  return { ...given, label, detail, folded: fold(label), further: fold(`${detail} ${given.further ?? ''}`) };
}

const part = encodeURIComponent;

/** The dashboards of the packs. */
export function boardEntries(packs: readonly PackSummary[], language: Language): readonly Entry[] {
  return packs.flatMap((pack) =>
    pack.dashboards.map(({ id, title }) =>
      entry({
        id: `board ${pack.id}/${id}`,
        label: title[language],
        detail: pack.title[language],
        further: `${pack.id} ${id}`,
        effect: { to: `/d/${part(pack.id)}/${part(id)}` },
      }),
    ),
  );
}

/** The panels of one dashboard. */
export function panelEntries(
  pack: PackSummary,
  id: string,
  { title, rows }: Dashboard,
  language: Language,
): readonly Entry[] {
  return rows.flatMap(({ panels }) =>
    panels.map((panel) =>
      entry({
        id: `panel ${pack.id}/${id}/${panel.id}`,
        label: panel.title[language],
        detail: `${pack.title[language]} / ${title[language]}`,
        further: panel.id,
        effect: { to: `/d/${part(pack.id)}/${part(id)}?panel=${part(panel.id)}` },
      }),
    ),
  );
}

/** Metrics, which open in Explore. */
export function metricEntries(
  metrics: readonly { readonly name: string; readonly type: string; readonly help: string }[],
): readonly Entry[] {
  return metrics.map(({ name, type, help }) =>
    entry({
      id: `metric ${name}`,
      label: name,
      detail: help,
      further: type,
      effect: { to: `/explore?expr=${part(name)}` },
    }),
  );
}

const matching = (labels: Readonly<Record<string, string>>) =>
  Object.entries(labels)
    .map(([label, value]) => `match=${part(matcherText({ label, operator: '=', value }))}`)
    .join('&');

interface TargetTexts {
  readonly boardOf: (job: string) => string;
  readonly up: (up: number, all: number) => string;
  readonly health: Readonly<Record<Target['health'], string>>;
}

const healthTones = { up: 'ok', down: 'critical', unknown: 'neutral' } as const;

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** The jobs, their automatic boards, and the targets; jobs and targets open the list of targets with a filter. */
export function targetEntries(targets: readonly Target[], texts: TargetTexts): readonly Entry[] {
  const jobs = groupBy(targets, ({ labels }) => labels.job ?? '');
  const byJob = [...jobs].map(([job, all]) => {
    const up = all.filter(({ health }) => health === 'up').length;
    return entry({
      id: `job ${job}`,
      label: job,
      detail: texts.up(up, all.length),
      tone: up === all.length ? 'ok' : 'critical',
      effect: { to: `/targets?${matching({ job })}` },
    });
  });
  const boards = [...jobs.keys()].map((job) =>
    entry({ id: `auto ${job}`, label: texts.boardOf(job), detail: '', effect: { to: autoPath(job) } }),
  );
  const single = targets.map(({ labels, labels: { job = '', instance = '' }, health, scrapePool }) =>
    entry({
      id: `target ${scrapePool} ${labelsKey(labels)}`,
      label: instance,
      detail: `${job}, ${texts.health[health]}`,
      tone: healthTones[health],
      effect: { to: `/targets?${matching({ job, instance })}` },
    }),
  );
  return [...byJob, ...boards, ...single];
}

/** The alerting rules by name, those with firing alerts first; each opens the list of alerts with a filter. */
export function alertEntries(
  groups: readonly RuleGroup[],
  textOf: (firing: number, pending: number) => string,
): readonly Entry[] {
  const rules = groups.flatMap((group) => group.rules.filter(({ alerting }) => alerting !== null));
  const named = [...groupBy(rules, ({ name }) => name)].map(([name, same]) => {
    const alerts = same.flatMap(({ alerting }) => alerting?.alerts ?? []);
    const firing = alerts.filter(({ state }) => state === 'firing');
    const tones = firing.map(({ labels }) => severityTone(labels));
    const tone = (['critical', 'warning'] as const).find((one) => tones.includes(one)) ?? 'neutral';
    return {
      firing: firing.length,
      entry: entry({
        id: `alert ${name}`,
        label: name,
        detail: textOf(firing.length, alerts.length - firing.length),
        tone,
        effect: { to: `/alerts?${matching({ alertname: name })}` },
      }),
    };
  });
  return named.toSorted((a, b) => Number(b.firing > 0) - Number(a.firing > 0)).map((one) => one.entry);
}
