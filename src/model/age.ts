const units = [
  ['d', 86_400],
  ['h', 3_600],
  ['min', 60],
  ['s', 1],
] as const;

/**
 * A stretch of `ms` milliseconds in at most two units, the second only where it still says something: `4 s`,
 * `1 min 40 s`, `12 min`, `2 h 14 min`, `3 d`. These signs are the same in both languages.
 */
export function formatAge(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const largest = units.findIndex(([, length]) => seconds >= length);
  if (largest === -1) return '0 s';
  const [unit, length] = units[largest] ?? units[3];
  const count = Math.floor(seconds / length);
  const next = units[largest + 1];
  const rest = next && count < 10 ? Math.floor((seconds % length) / next[1]) : 0;
  return next && rest > 0 ? `${count} ${unit} ${rest} ${next[0]}` : `${count} ${unit}`;
}
