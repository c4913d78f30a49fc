const units = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['min', 60_000],
  ['s', 1000],
] as const;

/**
 * A duration of `ms` milliseconds in its two largest units, rounded down: `4 s`, `1 min 40 s`, `2 h 14 min`, `3 d`. From
 * ten minutes on, minutes are enough; the symbols are the same in every language.
 */
export function durationText(ms: number): string {
  const whole = ms >= 600_000 ? ms - (ms % 60_000) : ms;
  const first = units.findIndex(([, length]) => whole >= length);
  if (first === -1) return '0 s';
  let rest = whole;
  const parts = units.slice(first, first + 2).map(([symbol, length]) => {
    const count = Math.floor(rest / length);
    rest -= count * length;
    return count === 0 ? '' : `${count} ${symbol}`;
  });
  return parts.filter(Boolean).join(' ');
}
