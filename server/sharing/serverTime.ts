import type { Readable } from 'node:stream';
import * as v from 'valibot';
import type { Asker, SharedAnswer, Sharing } from './sharing.ts';

/** Ms for which the gateway counts a server's time on by itself, before it asks again. */
export const COUNTED_ON = 30_000;
/** A round trip of more ms tells too little of the server's time for those who had not asked when it began. */
export const QUICK = 1_000;

/** Whose answers those to `asksTime` are, for `Sharing`: apart from the server's others, so that they can be forgotten alone. */
export const clockOf = (place: string): string => `${place} clock`;

const sample = v.tuple([v.number(), v.string()]);
const reply = v.looseObject({
  data: v.variant('resultType', [
    v.looseObject({ resultType: v.literal('scalar'), result: sample }),
    // As VictoriaMetrics answers.
    v.looseObject({
      resultType: v.literal('vector'),
      result: v.tuple([v.looseObject({ metric: v.strictObject({}), value: sample })]),
    }),
  ]),
});

/** The answer as it would be so many ms later; null where it is none that can be counted on. */
export function countOn(body: Buffer, ms: number): Buffer | null {
  const later = ([at, time]: v.InferOutput<typeof sample>) => {
    const add = (seconds: number) => Math.round(seconds * 1000 + ms) / 1000;
    return [add(at), String(add(Number(time)))];
  };
  try {
    const { data, ...rest } = v.parse(reply, JSON.parse(body.toString('utf8')));
    const result =
      data.resultType === 'scalar'
        ? later(data.result)
        : data.result.map((series) => ({ ...series, value: later(series.value) }));
    return Buffer.from(JSON.stringify({ ...rest, data: { ...data, result } }));
  } catch {
    return null;
  }
}

const now = () => performance.now();

async function readWhole(body: Readable | Buffer, gone: AbortSignal): Promise<Buffer> {
  return Buffer.isBuffer(body) ? body : Buffer.concat(await body.toArray({ signal: gone }));
}

/**
 * Tells an asker the server's time, from one question for all who ask within `COUNTED_ON`. Who asks takes the time told for
 * that of the middle of the round trip, and so does the gateway: it tells the server's time of the middle of the asker's
 * stay, counted on from the middle of its own question by a clock that nobody sets. That is off by half of `QUICK` at most.
 * Where an answer took longer, it is for those only who asked before it was sent for; the others have another one.
 */
export async function askTime(sharing: Sharing, asker: Asker): Promise<SharedAnswer> {
  const arrivedAt = now();
  for (let wantsFresh = asker.wantsFresh; ; wantsFresh = true) {
    const askedAt = now();
    const keepUntil = (date: number) => (now() - askedAt > QUICK ? date : date + COUNTED_ON);
    const answer = await sharing.ask({ ...asker, wantsFresh, keepUntil });
    const body = await readWhole(answer.body, asker.gone);
    const { age: _, ...headers } = answer.headers;
    const told = { ...answer, headers };
    if (answer.from !== 'kept' && answer.sentAt >= arrivedAt) return { ...told, body };
    const answeredAt = answer.answeredAt ?? now();
    const isQuick = answeredAt - answer.sentAt <= QUICK;
    const counted = isQuick ? countOn(body, (arrivedAt + now() - answer.sentAt - answeredAt) / 2) : null;
    if (counted !== null) return { ...told, body: counted };
  }
}
