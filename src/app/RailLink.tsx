import type { ReactNode } from 'react';
import { useLocation, useSearch } from 'wouter';
import { carriedSearch } from '../view/carriedSearch.ts';

interface RailLinkProps {
  readonly to: string;
  readonly className: string | undefined;
  readonly children: ReactNode;
}

/** A link to another page, which takes along what was chosen for all of them. */
export function RailLink({ to, className, children }: RailLinkProps) {
  const [path] = useLocation();
  const search = useSearch();
  return (
    <a href={`${to}${carriedSearch(search)}`} className={className} aria-current={path === to ? 'page' : undefined}>
      {children}
    </a>
  );
}
