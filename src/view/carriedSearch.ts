const range = ['from', 'to'];
/** What a viewer chose for all pages, not for one board: it goes along when they walk to another. */
const carried = [...range, 'tz', 'theme', 'lang', 'ds'];

/** The part of a query string that a link to another page takes along: `?from=…`, or `''`. */
export function carriedSearch(search: string): string {
  const all = new URLSearchParams(search);
  const kept = new URLSearchParams([...all].filter(([key]) => carried.includes(key)));
  return kept.size === 0 ? '' : `?${kept}`;
}

/**
 * The address of the page `to` as a page with the query string `search` leads there: with what was chosen for all pages. What `to`
 * says itself stands. A wall takes no range along: each of its boards has its own.
 */
export function pageAddress(to: string, search: string): string {
  const { pathname, searchParams: own, hash } = new URL(to, 'http://mirante');
  const isWall = pathname.startsWith('/kiosk/');
  const params = new URLSearchParams(
    [...new URLSearchParams(carriedSearch(search))].filter(
      ([key]) => !own.has(key) && !(isWall && range.includes(key)),
    ),
  );
  for (const [key, value] of own) params.append(key, value);
  return pathname + (params.size === 0 ? '' : `?${params}`) + hash;
}
