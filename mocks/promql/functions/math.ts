const degrees = 180 / Math.PI;

/** Functions of a value alone. */
export const mathFunctions: Readonly<Record<string, (value: number) => number>> = {
  abs: Math.abs,
  acos: Math.acos,
  acosh: Math.acosh,
  asin: Math.asin,
  asinh: Math.asinh,
  atan: Math.atan,
  atanh: Math.atanh,
  ceil: Math.ceil,
  cos: Math.cos,
  cosh: Math.cosh,
  deg: (value) => value * degrees,
  exp: Math.exp,
  floor: Math.floor,
  ln: Math.log,
  log10: Math.log10,
  log2: Math.log2,
  rad: (value) => value / degrees,
  sgn: Math.sign,
  sin: Math.sin,
  sinh: Math.sinh,
  sqrt: Math.sqrt,
  tan: Math.tan,
  tanh: Math.tanh,
};

const clamp = (value: number, least: number, most: number): number | undefined =>
  least > most ? undefined : Math.max(least, Math.min(most, value));

/** Rounds halves up, to a multiple of a number. */
function round(value: number, multiple: number): number {
  const inverse = 1 / multiple;
  return Math.floor(value * inverse + 0.5) / inverse;
}

/** Functions of a value and scalars; undefined: nothing. */
export const scaledFunctions: Readonly<Record<string, (value: number, a: number, b: number) => number | undefined>> = {
  clamp,
  clamp_min: (value, least) => Math.max(least, value),
  clamp_max: (value, most) => Math.min(most, value),
  round: (value, multiple) => round(value, multiple),
};

const dayMs = 86_400_000;
const at = (seconds: number): Date => new Date(Math.floor(seconds) * 1000);

/** Functions of epoch seconds, all in UTC. */
export const dateFunctions: Readonly<Record<string, (seconds: number) => number>> = {
  day_of_month: (seconds) => at(seconds).getUTCDate(),
  day_of_week: (seconds) => at(seconds).getUTCDay(),
  day_of_year: (seconds) => {
    const date = at(seconds);
    return Math.floor((date.getTime() - Date.UTC(date.getUTCFullYear(), 0, 1)) / dayMs) + 1;
  },
  days_in_month: (seconds) => {
    const date = at(seconds);
    return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  },
  hour: (seconds) => at(seconds).getUTCHours(),
  minute: (seconds) => at(seconds).getUTCMinutes(),
  month: (seconds) => at(seconds).getUTCMonth() + 1,
  year: (seconds) => at(seconds).getUTCFullYear(),
};
