/** What a viewer chose for all pages, not for one board: it goes along when they walk to another. */
const carried = ['from', 'to', 'tz', 'theme', 'lang', 'ds'];

/** The part of a query string that a link to another page takes along: `?from=…`, or `''`. */
export function carriedSearch(search: string): string {
  const all = new URLSearchParams(search);
  const kept = new URLSearchParams([...all].filter(([key]) => carried.includes(key)));
  return kept.size === 0 ? '' : `?${kept}`;
}
