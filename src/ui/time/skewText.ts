import type { Messages } from '../../i18n/messages.ts';
import { formatAge } from '../../model/age.ts';

/** Clocks that differ by less than this, ms, are taken to agree. */
const TOLERABLE_SKEW = 5_000;

/** How this device's clock stands to the server's, in words; null while they agree. */
export function skewText(skew: number | null, texts: Messages['shell']['time']): string | null {
  if (skew === null || Math.abs(skew) <= TOLERABLE_SKEW) return null;
  return texts.skew(formatAge(Math.abs(skew)), skew < 0);
}
