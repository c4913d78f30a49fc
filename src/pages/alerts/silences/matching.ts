import type { Matcher as ApiMatcher, Silence } from '../../../alertmanager/types.ts';
import type { Alertmanager } from '../../../data/alerts/alertmanagers.ts';
import type { Labels } from '../../../model/labels.ts';
import { fitting, isJudged, type Matcher } from '../../../model/matcher.ts';
import type { AlertEntry } from '../entries.ts';

/** A silence with the Alertmanager that has it. */
export interface OwnedSilence {
  readonly server: Alertmanager;
  readonly silence: Silence;
}

/** `awaited`: no Alertmanager has told of its silences yet. `partial`: not all have, or one's last word is old. */
export type Knowledge = 'awaited' | 'partial' | 'whole';

export function fromApi({ name, value, isRegex, isEqual }: ApiMatcher): Matcher {
  return { label: name, value, operator: isRegex ? (isEqual ? '=~' : '!~') : isEqual ? '=' : '!=' };
}

export function toApi({ label, value, operator }: Matcher): ApiMatcher {
  return { name: label, value, isRegex: operator.includes('~'), isEqual: operator.startsWith('=') };
}

/** Matchers of exactly this alert. */
export function matchersOf(labels: Labels): readonly Matcher[] {
  return Object.entries(labels)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([label, value]) => ({ label, operator: '=', value }));
}

/**
 * Alertmanager refuses a silence whose matchers all match the empty text, since it might silence everything. Of what cannot
 * be judged here it is left to say so itself.
 */
export function silencesEverything(matchers: readonly Matcher[]): boolean {
  return matchers.every((matcher) => isJudged(matcher) && fitting([matcher])({}));
}

/**
 * The alerts that these matchers would silence at an Alertmanager, by the labels under which it knows them; where not all
 * are `isJudged`, those that they may silence.
 */
export function matchedAlerts(
  matchers: readonly Matcher[],
  entries: readonly AlertEntry[],
  servers: readonly { readonly id: string }[],
): readonly AlertEntry[] {
  const fits = fitting(matchers);
  const ids = new Set(servers.map(({ id }) => id));
  return entries.filter(({ held, labels }) => {
    const known = held.filter(({ server }) => ids.has(server.id));
    return known.length === 0 ? held.length === 0 && fits(labels) : known.some(({ alert }) => fits(alert.labels));
  });
}

/** Those still to end, those to come, then those that have ended, the last first. */
export function bySilenceState(a: Silence, b: Silence): number {
  return (
    order.indexOf(a.state) - order.indexOf(b.state) ||
    (a.state === 'expired' ? b.endsAt - a.endsAt : a.endsAt - b.endsAt) ||
    (a.id < b.id ? -1 : 1)
  );
}

const order: readonly Silence['state'][] = ['active', 'pending', 'expired'];
