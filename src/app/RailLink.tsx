import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { useLocation } from 'wouter';
import { useSearch } from 'wouter/use-browser-location';
import { carriedSearch, pageAddress } from '../view/carriedSearch.ts';

/** Where the viewer is, and what links take along from there. */
interface RailPlace {
  readonly path: string;
  readonly search: string;
}

/** Of all links at once: each that looked for itself would listen for eight events and keep a kilobyte. */
export const RailPlaceContext = createContext<RailPlace>({ path: '', search: '' });

/** The place to provide to the links of the rail. */
export function useRailPlace(): RailPlace {
  const [path] = useLocation();
  const search = carriedSearch(useSearch());
  return useMemo(() => ({ path, search }), [path, search]);
}

interface RailLinkProps {
  readonly to: string;
  readonly className: string | undefined;
  readonly children: ReactNode;
}

/** A link to another page, which takes along what was chosen for all of them. */
export function RailLink({ to, className, children }: RailLinkProps) {
  const { path, search } = useContext(RailPlaceContext);
  return (
    <a href={pageAddress(to, search)} className={className} aria-current={path === to ? 'page' : undefined}>
      {children}
    </a>
  );
}
