import type { Labels } from '../../model/labels.ts';
import type { Tone } from '../../model/thresholds.ts';
import type { Rule, RuleGroup } from '../../prometheus/types.ts';

/** How the evaluation of a rule goes. */
export type RuleHealth = 'ok' | 'err' | 'late' | 'unknown';

/** What the viewer chose to see; '' is everything. */
export interface RuleChoice {
  readonly kind: '' | Rule['kind'];
  readonly state: '' | 'firing' | 'pending' | 'inactive';
  readonly health: '' | 'err' | 'late' | 'unknown' | 'hint';
}

/** A rule in its group, and how it goes. */
export interface ListedRule {
  readonly rule: Rule;
  readonly group: RuleGroup;
  readonly health: RuleHealth;
  readonly key: string;
}

/** A group with those of its rules that are shown. */
export interface ListedGroup {
  readonly group: RuleGroup;
  readonly key: string;
  readonly tone: 'critical' | 'warning' | 'info' | 'ok';
  readonly rules: readonly ListedRule[];
}

/** One row of the list. */
export type RuleRow =
  | { readonly kind: 'group'; readonly listed: ListedGroup; readonly isOpen: boolean }
  | { readonly kind: 'rule'; readonly listed: ListedRule };

export const healthTones: Readonly<Record<RuleHealth, ListedGroup['tone']>> = {
  err: 'critical',
  late: 'warning',
  unknown: 'info',
  ok: 'ok',
};

/**
 * How late the next evaluation is, ms; 0 while one may still be under way. It is due one interval after the last, and
 * takes what it takes: one that is missing for a second interval was left out.
 * @param now the server's time, epoch ms
 */
export function lagOf(lastEvaluation: number | null, interval: number, now: number): number {
  if (lastEvaluation === null || interval <= 0) return 0;
  const late = now - lastEvaluation - interval;
  return late > interval ? late : 0;
}

/** All rules of all groups, with how they go; `now` is the server's time, epoch ms. */
export function listRules(groups: readonly RuleGroup[], now: number): readonly ListedGroup[] {
  // A server that joins the groups of others may have one of the same file and name twice.
  const seen = new Map<string, number>();
  return groups
    .map((group) => {
      const place = JSON.stringify([group.file, group.name]);
      const before = seen.get(place) ?? 0;
      seen.set(place, before + 1);
      const key = `${place} ${before}`;
      const rules = group.rules.map((rule, i) => ({
        rule,
        group,
        health: healthOf(rule, group, now),
        key: `${key} ${i}`,
      }));
      return { group, key, rules, tone: worstTone(rules) };
    })
    .sort((a, b) => tones.indexOf(a.tone) - tones.indexOf(b.tone) || compare(a.group, b.group));
}

function healthOf(rule: Rule, group: RuleGroup, now: number): RuleHealth {
  if (rule.health === 'err' || rule.lastError !== '') return 'err';
  const last = rule.lastEvaluation ?? group.lastEvaluation;
  if (rule.health === 'unknown' && last === null) return 'unknown';
  return lagOf(last, group.interval, now) > 0 ? 'late' : 'ok';
}

const tones: readonly ListedGroup['tone'][] = ['critical', 'warning', 'info', 'ok'];

function worstTone(rules: readonly ListedRule[]): ListedGroup['tone'] {
  return tones.find((tone) => rules.some(({ health }) => healthTones[health] === tone)) ?? 'ok';
}

interface Wanted extends RuleChoice {
  readonly fits: (labels: Labels, words: readonly string[]) => boolean;
  /** Whether the linter has something to say of the expression. */
  readonly hasHint: (listed: ListedRule) => boolean;
}

/** The groups that have a rule the viewer wants to see, with these only. */
export function wantedRules(groups: readonly ListedGroup[], wanted: Wanted): readonly ListedGroup[] {
  const { kind, state, health, fits, hasHint } = wanted;
  const isWanted = (listed: ListedRule) => {
    const { rule, group } = listed;
    return (
      (kind === '' || rule.kind === kind) &&
      (state === '' || rule.alerting?.state === state) &&
      fits(labelsOf(rule), [rule.name, rule.expr, rule.lastError, group.name, group.file]) &&
      (health === '' || (health === 'hint' ? hasHint(listed) : listed.health === health))
    );
  };
  return groups.flatMap((listed) => {
    const rules = listed.rules.filter(isWanted);
    return rules.length === 0 ? [] : [{ ...listed, rules }];
  });
}

/** The labels that a rule gives, with its name under the name that alerts and series have it by. */
export function labelsOf({ kind, name, labels }: Rule): Labels {
  return { [kind === 'alerting' ? 'alertname' : '__name__']: name, ...labels };
}

/** Groups and the rules of those that are open, in the order they are drawn. */
export function rowsOf(groups: readonly ListedGroup[], isOpen: (group: ListedGroup) => boolean): readonly RuleRow[] {
  return groups.flatMap((listed): readonly RuleRow[] => {
    const open = isOpen(listed);
    const heading = { kind: 'group', listed, isOpen: open } as const;
    return open ? [heading, ...listed.rules.map((rule) => ({ kind: 'rule', listed: rule }) as const)] : [heading];
  });
}

export const counted = ['firing', 'pending', 'inactive', 'recording', 'err', 'late', 'unknown'] as const;

/** How many rules are in each state, and how many go badly in each way. */
export function countRules(groups: readonly ListedGroup[]): Readonly<Record<(typeof counted)[number], number>> {
  const counts = { firing: 0, pending: 0, inactive: 0, recording: 0, err: 0, late: 0, unknown: 0 };
  for (const { rule, health } of groups.flatMap(({ rules }) => rules)) {
    if (rule.alerting === null) counts.recording += 1;
    else if (rule.alerting.state !== 'unknown') counts[rule.alerting.state] += 1;
    if (health !== 'ok') counts[health] += 1;
  }
  return counts;
}

/** The sign of an alerting rule's state. */
export const stateTones: Readonly<Record<'inactive' | 'pending' | 'firing' | 'unknown', Tone>> = {
  firing: 'critical',
  pending: 'warning',
  inactive: 'neutral',
  unknown: 'neutral',
};

const compare = (a: RuleGroup, b: RuleGroup) =>
  a.file < b.file ? -1 : a.file > b.file ? 1 : a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
