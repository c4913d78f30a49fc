import { useSearch } from 'wouter/use-browser-location';
import { pageAddress } from './carriedSearch.ts';

/** Makes addresses of other pages, for links and keys: they keep to the server, and to what else was chosen for all pages. */
export function usePageAddress(): (to: string) => string {
  const search = useSearch();
  return (to) => pageAddress(to, search);
}
