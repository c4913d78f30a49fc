import type { ValueType } from '../ast.ts';

/** What a function takes and gives; the last type goes on for further arguments. */
export interface Signature {
  readonly types: readonly ValueType[];
  readonly least: number;
  readonly most: number;
  readonly returns: ValueType;
}

const letters: Readonly<Record<string, ValueType>> = { v: 'vector', m: 'matrix', s: 'scalar', t: 'string' };

/**
 * Functions by their arguments: `v` instant vector, `m` range vector, `s` scalar, `t` string (text); `?` marks what may be
 * left out, `*` what may be left out or repeated, with a number: up to so many times.
 */
const byArguments: Readonly<Record<string, string>> = {
  v: `abs absent acos acosh asin asinh atan atanh ceil cos cosh deg exp floor histogram_avg histogram_count histogram_stddev
    histogram_stdvar histogram_sum ln log10 log2 rad scalar sgn sin sinh sort sort_desc sqrt tan tanh timestamp`,
  m: `absent_over_time avg_over_time changes count_over_time delta deriv first_over_time idelta increase irate
    last_over_time mad_over_time max_over_time min_over_time present_over_time rate resets stddev_over_time
    stdvar_over_time sum_over_time ts_of_first_over_time ts_of_last_over_time ts_of_max_over_time ts_of_min_over_time`,
  s: 'vector',
  ss: 'max_of min_of',
  '': 'end pi range start step time',
  'v?': 'day_of_month day_of_week day_of_year days_in_month hour minute month year',
  'vs?': 'round',
  vs: 'clamp_max clamp_min',
  vss: 'clamp',
  sm: 'quantile_over_time',
  ms: 'predict_linear',
  mss: 'double_exponential_smoothing',
  sv: 'histogram_quantile',
  ssv: 'histogram_fraction',
  'vts*10': 'histogram_quantiles',
  vtttt: 'label_replace',
  'vttt*': 'label_join',
  'vt*': 'sort_by_label sort_by_label_desc',
};

const scalars: ReadonlySet<string> = new Set([
  'end',
  'max_of',
  'min_of',
  'pi',
  'range',
  'scalar',
  'start',
  'step',
  'time',
]);

function signatureOf(name: string, text: string): Signature {
  const types = [...text].flatMap((letter) => letters[letter] ?? []);
  const [, repeats] = /\*(\d*)$/.exec(text) ?? [];
  const optional = repeats !== undefined || text.endsWith('?') ? 1 : 0;
  return {
    types,
    least: types.length - optional,
    most: repeats === undefined ? types.length : types.length - 1 + (Number(repeats) || Number.POSITIVE_INFINITY),
    returns: scalars.has(name) ? 'scalar' : 'vector',
  };
}

export const signatures: ReadonlyMap<string, Signature> = new Map(
  Object.entries(byArguments).flatMap(([text, names]) =>
    names.split(/\s+/).map((name): [string, Signature] => [name, signatureOf(name, text)]),
  ),
);
