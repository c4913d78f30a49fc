import { pageAddress } from '../../view/carriedSearch.ts';

/** The address of Explore with an expression, over the range and the server of a page with the query string `search`. */
export function exploring(expr: string, search: string): string {
  return pageAddress(`/explore?${new URLSearchParams({ expr })}`, search);
}
