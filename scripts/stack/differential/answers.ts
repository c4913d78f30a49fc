import * as v from 'valibot';
import { type Labels, labelsKey } from '../../../src/model/labels.ts';

const sampleSchema = v.tuple([v.number(), v.string()]);
const metricSchema = v.record(v.string(), v.string());

const dataSchema = v.variant('resultType', [
  v.object({ resultType: v.picklist(['scalar', 'string']), result: sampleSchema }),
  v.object({
    resultType: v.literal('vector'),
    result: v.array(v.object({ metric: metricSchema, value: sampleSchema })),
  }),
  v.object({
    resultType: v.literal('matrix'),
    result: v.array(v.object({ metric: metricSchema, values: v.array(sampleSchema) })),
  }),
]);

const answerSchema = v.variant('status', [
  v.object({ status: v.literal('success'), data: dataSchema }),
  v.object({ status: v.literal('error'), errorType: v.string(), error: v.string() }),
]);

/** What a Prometheus says to a query. */
export type Answer = v.InferOutput<typeof answerSchema> & { readonly code: number };

type Data = v.InferOutput<typeof dataSchema>;
type Sample = v.InferOutput<typeof sampleSchema>;

/** One of the two that are compared. */
export type Server = (request: Request) => Promise<Response>;

/** Asks `/api/v1/<endpoint>`, in a form, since expressions can be long. */
export async function ask(server: Server, baseUrl: string, endpoint: string, form: URLSearchParams): Promise<Answer> {
  const response = await server(new Request(`${baseUrl}/api/v1/${endpoint}`, { method: 'POST', body: form }));
  return { ...v.parse(answerSchema, await response.json()), code: response.status };
}

/** Whether an answer has any sample. */
export function hasSamples(answer: Answer): boolean {
  return answer.status === 'success' && answer.data.result.length > 0;
}

/** The greatest difference of two values, relative to the larger. */
const tolerance = 1e-9;

function readValue(text: string): number {
  if (text === '+Inf') return Number.POSITIVE_INFINITY;
  return text === '-Inf' ? Number.NEGATIVE_INFINITY : Number(text);
}

function areClose(left: string, right: string): boolean {
  const [a, b] = [readValue(left), readValue(right)];
  return Object.is(a, b) || a === b || Math.abs(a - b) <= tolerance * Math.max(Math.abs(a), Math.abs(b));
}

function sampleDifference([time, value]: Sample, [otherTime, otherValue]: Sample): string | null {
  if (time !== otherTime) return `a sample at ${time}, and at ${otherTime}`;
  return areClose(value, otherValue) ? null : `at ${time} ${value}, and ${otherValue}`;
}

function samplesDifference(left: readonly Sample[], right: readonly Sample[]): string | null {
  for (const [i, sample] of left.entries()) {
    const other = right[i];
    const difference = other ? sampleDifference(sample, other) : `a sample at ${sample[0]}, and none`;
    if (difference !== null) return difference;
  }
  const [more] = right.slice(left.length);
  return more ? `no sample, and one at ${more[0]}` : null;
}

interface Line {
  readonly metric: Labels;
  readonly samples: readonly Sample[];
}

function linesOf(data: Data): readonly Line[] {
  switch (data.resultType) {
    case 'vector':
      return data.result.map(({ metric, value }) => ({ metric, samples: [value] }));
    case 'matrix':
      return data.result.map(({ metric, values }) => ({ metric, samples: values }));
    default:
      return [];
  }
}

function linesDifference(left: readonly Line[], right: readonly Line[]): string | null {
  const others = new Map(right.map((line) => [labelsKey(line.metric), line]));
  if (others.size < right.length) return 'a series twice in the second answer';
  for (const { metric, samples } of left) {
    const key = labelsKey(metric);
    const other = others.get(key);
    others.delete(key);
    const difference = other ? samplesDifference(samples, other.samples) : 'not in the second answer';
    if (difference !== null) return `${JSON.stringify(metric)}: ${difference}`;
  }
  const [surplus] = others.values();
  return surplus ? `${JSON.stringify(surplus.metric)}: not in the first answer` : null;
}

/** The first difference of two answers, in words; null: they say the same. With `ordered`, so must their values in turn. */
export function differenceOf(left: Answer, right: Answer, ordered = false): string | null {
  if (left.code !== right.code) return `status ${left.code}, and ${right.code}`;
  if (left.status === 'error' || right.status === 'error') {
    const types = [left, right].map((answer) => (answer.status === 'error' ? answer.errorType : 'none'));
    return types[0] === types[1] ? null : `error ${types.join(', and ')}`;
  }
  const [{ data: one }, { data: two }] = [left, right];
  if (one.resultType !== two.resultType) return `a ${one.resultType}, and a ${two.resultType}`;
  if (one.resultType === 'string') return two.result[1] === one.result[1] ? null : 'another string';
  if (one.resultType === 'scalar' && two.resultType === 'scalar') return sampleDifference(one.result, two.result);
  const [ours, theirs] = [linesOf(one), linesOf(two)];
  const first = (lines: readonly Line[]) => lines.flatMap(({ samples }) => samples.slice(0, 1));
  return linesDifference(ours, theirs) ?? (ordered ? samplesDifference(first(ours), first(theirs)) : null);
}
