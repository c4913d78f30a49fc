import type { Labels } from '../model/labels.ts';

/** Base64 for addresses (RFC 4648, section 5). The empty text is one `=`: nothing at all would vanish from the path. */
function base64(text: string): string {
  const bytes = String.fromCharCode(...new TextEncoder().encode(text));
  return btoa(bytes).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '') || '=';
}

/** What does not survive in a path: an empty segment, a slash even when it is escaped, and what means a folder. */
const isUnsafe = (value: string) => value === '' || value === '.' || value === '..' || value.includes('/');

function segments([name, value]: readonly [string, string]): string {
  return isUnsafe(value) ? `${name}@base64/${base64(value)}` : `${name}/${encodeURIComponent(value)}`;
}

/**
 * The path of a group below `/metrics/`, by the Pushgateway's rules (https://github.com/prometheus/pushgateway#url): `job`
 * first, then the others.
 */
export function groupPath({ job = '', ...others }: Labels): string {
  return [['job', job] as const, ...Object.entries(others)].map(segments).join('/');
}
