import { createHash } from 'node:crypto';
import { parseDuration } from '../../src/model/duration.ts';
import { ROUNDED_AT_MOST } from '../../src/prometheus/ticks.ts';

/** A read of a server's API: all of it that decides the answer. */
export interface Question {
  /**
   * Equal questions have equal keys, however they are written. Null for one that no other is equal to: an instant query
   * without a time means its asker's own now. Only what time it is can be told of another's answer (`askTime`).
   */
  readonly key: string | null;
  /** What stands after `/api/v1/` or its like. */
  readonly endpoint: string;
  /** The parameters by name; null where servers may not agree on how to read them. */
  readonly parameters: Parameters | null;
}

type Parameters = ReadonlyMap<string, readonly string[]>;

interface Written {
  readonly server: string;
  readonly endpoint: string;
  readonly method: string;
  /** The query string without its `?`. */
  readonly query: string;
  /** A form. */
  readonly body: Buffer | null;
  /** All headers that go up and may change the answer: encoding, and whatever stands for the viewer's rights. */
  readonly headers: Readonly<Record<string, string>>;
}

const decoded = (text: string): string => decodeURIComponent(text.replaceAll('+', ' '));

/** Null for what is not plainly written: a raw `;`, bytes beyond ASCII, an escape that is none or is no UTF-8. */
function readParameters(form: string): Parameters | null {
  if (!/^[\x20-\x7e]*$/.test(form) || form.includes(';')) return null;
  const parameters = new Map<string, string[]>();
  try {
    for (const pair of form.split('&').filter((text) => text !== '')) {
      const at = pair.indexOf('=');
      const name = decoded(at === -1 ? pair : pair.slice(0, at));
      const value = at === -1 ? '' : decoded(pair.slice(at + 1));
      parameters.set(name, [...(parameters.get(name) ?? []), value]);
    }
  } catch {
    return null;
  }
  return parameters;
}

/** Whether it asks what time the server has, and nothing else: by this pages set their clocks. */
export function asksTime({ endpoint, parameters }: Pick<Question, 'endpoint' | 'parameters'>): boolean {
  return endpoint === 'query' && parameters?.size === 1 && parameters.get('query')?.join() === 'time()';
}

const byName = ([a]: [string, unknown], [b]: [string, unknown]): number => (a < b ? -1 : 1);

/**
 * Reads a question. The order of names, the way of escaping and the method (a form or a query string) make no difference.
 * As in Prometheus a form's values come before the address's, and the first of a name counts where one is wanted. What is
 * not plainly written equals only what is written the very same way.
 */
export function readQuestion({ server, endpoint, method, query, body, headers }: Written): Question {
  const form = body?.toString('latin1') ?? '';
  const parameters = readParameters([form, query].filter((text) => text !== '').join('&'));
  const isOfNow = endpoint === 'query' && !parameters?.get('time')?.[0];
  if (isOfNow && !asksTime({ endpoint, parameters })) return { key: null, endpoint, parameters };
  const asked = parameters === null ? [method, query, form] : [[...parameters].sort(byName)];
  const said = JSON.stringify([server, endpoint, Object.entries(headers).sort(byName), ...asked]);
  return { key: createHash('sha256').update(said).digest('base64'), endpoint, parameters };
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const DAY = 24 * 60 * MINUTE;

/** Ms that any answer is kept that does not depend on when it is asked: pages do not tick at the very same moment. */
const LEAST = 2 * SECOND;
/** Ms that an answer is kept at most: samples that come late are to be seen, also in charts of long steps. */
const MOST = 5 * MINUTE;
/** What dates without a step of their own are multiples of, where pages have rounded them. */
const grids = [5 * MINUTE, MINUTE, 30 * SECOND, 15 * SECOND, 10 * SECOND, 5 * SECOND] as const;
/** Zones differ by multiples of this: days begin on one everywhere. */
const ZONE_UNIT = 15 * MINUTE;

/**
 * Ms by which a server's clock may be ahead of the gateway's: pages ask by the server's, and those that ask the very moment a
 * step begins would ask before it does. From 5 s on pages say that clocks differ (section 6 of the design).
 */
const CLOCKS_APART = 5 * SECOND;

/** Now, to who asks about `date`: not before it, where that is but a difference of clocks. */
const nowFor = (date: number, now: number): number => (date - now < CLOCKS_APART ? Math.max(date, now) : now);

/** Epoch ms of a time as the API takes it: seconds or RFC 3339. NaN when it is neither. */
function readTime(text: string | undefined): number {
  if (text === undefined || text === '') return Number.NaN;
  return Number.isFinite(Number(text)) ? Math.round(Number(text) * SECOND) : Date.parse(text);
}

/** Ms of a step as the API takes it: seconds or a duration. NaN when it is neither. */
function readStep(text: string | undefined): number {
  if (text === undefined || text === '') return Number.NaN;
  return Number.isFinite(Number(text)) ? Math.round(Number(text) * SECOND) : (parseDuration(text) ?? Number.NaN);
}

/** When the step ends in which `now` is, for steps that begin at multiples of `step` and `phase` more. All in ms. */
function endOfStep(now: number, step: number, phase: number): number {
  return now + step - ((((now - phase) % step) + step) % step);
}

function within(now: number, until: number): number {
  return Math.min(Math.max(until, now + LEAST), now + MOST);
}

/** An answer to dates that are rounded to a grid serves all who round to it, until they ask for the next. */
function keepDated(now: number, date: number): number {
  const grid = grids.find((one) => date % one === 0);
  return grid === undefined ? now + LEAST : within(now, endOfStep(nowFor(date, now), grid, 0));
}

function keepRange(now: number, parameters: Parameters): number {
  const [start, end] = ['start', 'end'].map((name) => readTime(parameters.get(name)?.[0]));
  const step = readStep(parameters.get('step')?.[0]);
  if (start === undefined || end === undefined || !(step > 0) || (end - start) % step !== 0) return now;
  // Days are aligned to a zone's midnight.
  const isAligned = end % step === 0 || (step % DAY === 0 && end % ZONE_UNIT === 0);
  if (!isAligned) return now;
  const begun = nowFor(end, now);
  const isLive = end <= begun && begun < end + ROUNDED_AT_MOST;
  const grid = isLive ? grids.find((one) => one <= ROUNDED_AT_MOST && end % one === 0) : undefined;
  const stepEnds = endOfStep(begun, step, end);
  return within(now, grid === undefined ? stepEnds : Math.max(stepEnds, end + grid));
}

/**
 * Until when (epoch ms) an answer may stand for the next one to the same question; `now` when it may not. A range on its
 * step's grid: for the rest of the step, and as long as pages that are loaded now round to its end. A date on a grid: for the rest of that. The lists of now: for two seconds. What is
 * on no grid no other page asks for.
 */
export function keepUntil({ key, endpoint, parameters }: Question, now: number): number {
  if (key === null || parameters === null) return now;
  if (endpoint === 'query_range') return keepRange(now, parameters);
  const date = parameters.get(endpoint === 'query' ? 'time' : 'end')?.[0];
  if (date === undefined) return now + LEAST;
  const time = readTime(date);
  return Number.isFinite(time) ? keepDated(now, time) : now;
}
