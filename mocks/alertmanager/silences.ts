import * as v from 'valibot';
import type { Labels } from '../../src/model/labels.ts';
import { type Matcher, type MatchOperator, matchesAll } from '../promql/matchers.ts';
import { matcherOf, RequestError } from './matchers.ts';

const time = v.pipe(
  v.string(),
  v.transform((text) => Date.parse(text)),
  v.number(),
);
const matcherSchema = v.object({
  name: v.string(),
  value: v.string(),
  isRegex: v.boolean(),
  isEqual: v.optional(v.boolean(), true),
});

/** What is posted to make or change a silence; times become epoch ms. */
const draftSchema = v.object({
  id: v.optional(v.string(), ''),
  matchers: v.array(matcherSchema),
  startsAt: time,
  endsAt: time,
  createdBy: v.string(),
  comment: v.string(),
});
type Draft = v.InferOutput<typeof draftSchema>;

/** Times are epoch ms. */
interface Silence extends Draft {
  readonly updatedAt: number;
  readonly tests: readonly Matcher[];
}

type State = 'active' | 'pending' | 'expired';

/** Alertmanager forgets an expired silence after so long, ms (`--data.retention`). */
const RETENTION = 120 * 3_600_000;

/** The silences of an Alertmanager, in memory. Whatever it refuses is a RequestError in Alertmanager's words. */
export class Silences {
  private readonly all = new Map<string, Silence>();

  /** Makes a silence, or changes one; gives its id. */
  set(body: unknown, now: number): string {
    const parsed = v.safeParse(draftSchema, body);
    if (!parsed.success) throw new RequestError(400, `bad silence: ${v.getDotPath(parsed.issues[0]) ?? 'no object'}`);
    const draft = parsed.output;
    checkTimes(draft, now);
    const tests = checkMatchers(draft);
    const before = this.all.get(draft.id);
    if (draft.id !== '' && before === undefined) throw new RequestError(404, 'silence not found');
    if (before && canChange(before, draft, now)) {
      this.all.set(draft.id, { ...draft, updatedAt: now, tests });
      return draft.id;
    }
    if (before && stateOf(before, now) !== 'expired') this.end(before, now);
    const id = crypto.randomUUID();
    this.all.set(id, { ...draft, id, startsAt: Math.max(draft.startsAt, now), updatedAt: now, tests });
    return id;
  }

  expire(id: string, now: number): void {
    const silence = this.find(id);
    if (stateOf(silence, now) === 'expired') throw new RequestError(500, `silence ${id} already expired`);
    this.end(silence, now);
  }

  /** One silence as the API shows it. */
  describe(id: string, now: number): object {
    return describe(this.find(id), now);
  }

  /** All that are remembered and whose matchers meet the filter, in Alertmanager's order. */
  list(filter: readonly Matcher[], now: number): readonly object[] {
    for (const [id, { endsAt }] of this.all) if (endsAt + RETENTION < now) this.all.delete(id);
    return [...this.all.values()]
      .filter(({ matchers }) =>
        matchesAll(filter, Object.fromEntries(matchers.map(({ name, value }) => [name, value]))),
      )
      .sort((a, b) => byState(a, b, now))
      .map((silence) => describe(silence, now));
  }

  /** The ids of the silences that silence an alert now. */
  silencing(labels: Labels, now: number): readonly string[] {
    const active = [...this.all.values()].filter((silence) => stateOf(silence, now) === 'active');
    return active.flatMap(({ id, tests }) => (matchesAll(tests, labels) ? [id] : [])).sort();
  }

  private find(id: string): Silence {
    const silence = this.all.get(id);
    if (silence === undefined) throw new RequestError(404, 'silence not found');
    return silence;
  }

  private end(silence: Silence, now: number): void {
    const startsAt = Math.min(silence.startsAt, now);
    this.all.set(silence.id, { ...silence, startsAt, endsAt: now, updatedAt: now });
  }
}

function checkTimes({ startsAt, endsAt }: Draft, now: number): void {
  const refuse = (why: string) => new RequestError(400, `Failed to create silence: ${why}`);
  if (startsAt >= endsAt) throw refuse('start time must be before end time');
  if (endsAt < now) throw refuse("end time can't be in the past");
}

function checkMatchers({ matchers }: Draft): readonly Matcher[] {
  if (matchers.length === 0) throw new RequestError(400, 'silence invalid: at least one matcher required');
  const tests = matchers.map(({ name, value, isRegex, isEqual }, i) => {
    const refuse = (why: string) => new RequestError(400, `silence invalid: invalid label matcher ${i}: ${why}`);
    if (!/^[a-zA-Z_][a-zA-Z0-9_]*$/.test(name)) throw refuse(`invalid label name "${name}"`);
    const operator: MatchOperator = isRegex ? (isEqual ? '=~' : '!~') : isEqual ? '=' : '!=';
    try {
      return matcherOf(name, operator, value);
    } catch (error) {
      throw refuse(error instanceof Error ? error.message : String(error));
    }
  });
  if (tests.every((test) => test.matches(''))) {
    throw new RequestError(400, 'silence invalid: at least one matcher must not match the empty string');
  }
  return tests;
}

/** Whether a change leaves the silence what it is: anything else ends it and makes another. */
function canChange(before: Silence, draft: Draft, now: number): boolean {
  const state = stateOf(before, now);
  if (state === 'expired' || JSON.stringify(before.matchers) !== JSON.stringify(draft.matchers)) return false;
  return state === 'active' ? seconds(draft.startsAt) === seconds(before.startsAt) : draft.startsAt >= now;
}

const seconds = (ms: number) => Math.floor(ms / 1000);

function stateOf({ startsAt, endsAt }: Pick<Silence, 'startsAt' | 'endsAt'>, now: number): State {
  if (endsAt <= now) return 'expired';
  return startsAt > now ? 'pending' : 'active';
}

const states: readonly State[] = ['active', 'pending', 'expired'];

/** Active ones by their end, pending ones by their start, and those that expired last first. */
function byState(a: Silence, b: Silence, now: number): number {
  const state = stateOf(a, now);
  const order = states.indexOf(state) - states.indexOf(stateOf(b, now));
  if (order !== 0) return order;
  if (state === 'pending') return a.startsAt - b.startsAt;
  return state === 'active' ? a.endsAt - b.endsAt : b.endsAt - a.endsAt;
}

function describe({ tests: _, ...silence }: Silence, now: number): object {
  const { startsAt, endsAt, updatedAt } = silence;
  const [starts, ends, updated] = [startsAt, endsAt, updatedAt].map((ms) => new Date(ms).toISOString());
  return { ...silence, startsAt: starts, endsAt: ends, updatedAt: updated, status: { state: stateOf(silence, now) } };
}
