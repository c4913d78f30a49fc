/** Milliseconds of each unit, as Prometheus counts them: a day has 24 hours, a year 365 days. Largest first. */
const unitLengths = [
  ['y', 365 * 86_400_000],
  ['w', 7 * 86_400_000],
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1000],
  ['ms', 1],
] as const;

const pattern = /^(?:(\d+)y)?(?:(\d+)w)?(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?(?:(\d+)ms)?$/;

/**
 * Milliseconds of a Prometheus duration such as `1h30m`, `5m`, `250ms` or `0`; null when the text is not one. As in
 * Prometheus, units go from large to small, each at most once.
 */
export function parseDuration(text: string): number | null {
  if (text === '0') return 0;
  const match = text === '' ? null : pattern.exec(text);
  if (!match) return null;
  const total = unitLengths.reduce((sum, [, length], i) => sum + Number(match[i + 1] ?? 0) * length, 0);
  return Number.isSafeInteger(total) ? total : null;
}

/**
 * The Prometheus text of a duration of `ms` milliseconds, rounded to whole ones: `1h30m`, `250ms`, `0s`. Years and weeks
 * are used only when nothing is left over (10 days are `10d`), as Prometheus itself writes it. `parseDuration` reads it
 * back; a negative duration gets a `-` in front, which only an offset may have.
 */
export function formatDuration(ms: number): string {
  let rest = Math.round(Math.abs(ms));
  if (rest === 0) return '0s';
  let text = ms < 0 ? '-' : '';
  for (const [unit, length] of unitLengths) {
    if ((unit === 'y' || unit === 'w') && rest % length !== 0) continue;
    const count = Math.floor(rest / length);
    if (count > 0) text += `${count}${unit}`;
    rest -= count * length;
  }
  return text;
}
