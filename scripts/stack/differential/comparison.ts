import { type Answer, ask, differenceOf, hasSamples, type Server } from './answers.ts';

/** An expression and the times to ask it for, all in ms. */
export interface Question {
  readonly name: string;
  readonly expr: string;
  /** The order of an instant answer is part of it. */
  readonly ordered?: boolean;
  readonly instants: readonly number[];
  readonly range: { readonly start: number; readonly end: number; readonly step: number };
}

/** The Prometheus whose word counts, and the one that is tried against it. */
export interface Pair {
  readonly real: { readonly server: Server; readonly url: string };
  readonly embedded: { readonly server: Server; readonly url: string };
}

export interface Outcome {
  /** What differs, with all that is needed to ask again; null: nothing. */
  readonly problem: string | null;
  /** The real one could evaluate it, at all of the times. */
  readonly isAnswered: boolean;
  /** The real one had a sample, at one of the times at least. */
  readonly hasData: boolean;
}

/** How much of an answer is shown. */
const shown = 600;

function excerpt(answer: Answer): string {
  const text = JSON.stringify(answer.status === 'success' ? answer.data : answer);
  return text.length > shown ? `${text.slice(0, shown)} … (${text.length} characters)` : text;
}

/** Asks both the same. */
export async function compare(
  { real, embedded }: Pair,
  { expr, ordered, instants, range }: Question,
): Promise<Outcome> {
  const seconds = (ms: number) => String(ms / 1000);
  const { start, end, step } = range;
  const forms = [
    ...instants.map((time) => ['query', { query: expr, time: seconds(time) }] as const),
    ['query_range', { query: expr, start: seconds(start), end: seconds(end), step: seconds(step) }] as const,
  ];
  const outcome: { -readonly [Key in keyof Outcome]: Outcome[Key] } = {
    problem: null,
    isAnswered: true,
    hasData: false,
  };
  for (const [endpoint, form] of forms) {
    const ours = await ask(embedded.server, embedded.url, endpoint, new URLSearchParams(form));
    const theirs = await ask(real.server, real.url, endpoint, new URLSearchParams(form));
    outcome.isAnswered &&= theirs.status === 'success';
    outcome.hasData ||= hasSamples(theirs);
    const difference = differenceOf(theirs, ours, ordered === true && endpoint === 'query');
    if (difference === null) continue;
    outcome.problem ??= `${endpoint} ${JSON.stringify(form)}\nthe real one, and the embedded one: ${difference}\n${excerpt(theirs)}\n${excerpt(ours)}`;
  }
  return outcome;
}
