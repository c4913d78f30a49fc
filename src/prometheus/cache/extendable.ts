import { tokenize } from '../tokens.ts';

/**
 * Functions whose value at one time depends on the range that was asked: of Prometheus's duration expressions, and of
 * MetricsQL (https://docs.victoriametrics.com/metricsql/), where many look at all points of a series at once.
 */
const ofTheRange =
  /^(start|end|range|now|any|interpolate|(range|running|rand|keep|topk|bottomk|smooth|remove|drop)_.*|rand|outliers.*|limit_offset)$/;

/**
 * Whether an older answer to a PromQL text (variables in) stays true when the range moves on: no value depends on the ends
 * of the range, or on samples after its own time. What cannot be told by the tokens alone counts as not.
 */
export function isExtendable(expr: string): boolean {
  const tokens = tokenize(expr).filter(({ kind }) => kind !== 'space' && kind !== 'comment');
  return tokens.every(({ kind, text }, i) => {
    if (kind === 'operator') return text !== '@';
    if (kind !== 'identifier') return true;
    const next = tokens[i + 1];
    const word = text.toLowerCase();
    // A negative offset looks ahead, and so does `smoothed`, by the lookback; an offset that is computed may.
    if (word === 'offset') return next?.kind === 'number';
    return word !== 'smoothed' && !(next?.text === '(' && ofTheRange.test(word));
  });
}
