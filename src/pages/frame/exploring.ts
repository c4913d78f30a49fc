/** What a viewer chose for all pages, and Explore is to follow. */
const carried = ['from', 'to', 'tz', 'theme', 'lang', 'ds'];

/** The address of Explore with an expression, over the range and the server of a page with the query string `search`. */
export function exploring(expr: string, search: string): string {
  const params = new URLSearchParams([...new URLSearchParams(search)].filter(([key]) => carried.includes(key)));
  params.set('expr', expr);
  return `/explore?${params}`;
}
