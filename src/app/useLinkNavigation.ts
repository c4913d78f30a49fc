import { useEffect } from 'react';
import { useLocation } from 'wouter';

/**
 * Follows plain links to pages of the app without loading the app anew. Modified clicks, downloads, other sites, links
 * inside of the page and addresses of the server itself are the browser's.
 */
export function useLinkNavigation(): void {
  const [, navigate] = useLocation();
  useEffect(() => {
    const onClick = (event: MouseEvent) => {
      if (
        event.defaultPrevented ||
        event.button !== 0 ||
        event.metaKey ||
        event.ctrlKey ||
        event.shiftKey ||
        event.altKey
      )
        return;
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      if (!link?.href || link.target !== '' || link.hasAttribute('download')) return;
      const { origin, pathname, search, hash } = new URL(link.href);
      if (origin !== location.origin || hash !== '' || pathname.startsWith('/api/')) return;
      event.preventDefault();
      navigate(pathname + search);
    };
    document.addEventListener('click', onClick);
    return () => document.removeEventListener('click', onClick);
  }, [navigate]);
}
