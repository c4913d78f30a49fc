import { useEffect } from 'react';

/** Ms between two looks. */
const lookEvery = 5 * 60_000;

/** The address of the script that a page starts with; it is another in each build. Null where there is none. */
const startOf = (page: Document): string | null =>
  page.querySelector('script[type="module"][src]')?.getAttribute('src') ?? null;

/**
 * Loads the wall again when its server has another build of Mirante. A wall stands for months, and the code of a panel that
 * it has not shown yet is gone with the build that it is from.
 */
export function useUpdates(): void {
  useEffect(() => {
    const own = startOf(document);
    const look = async () => {
      const response = await fetch('/', { cache: 'no-cache', headers: { accept: 'text/html' } });
      if (!response.ok) return;
      const offered = startOf(new DOMParser().parseFromString(await response.text(), 'text/html'));
      if (own !== null && offered !== null && offered !== own) location.reload();
    };
    // A server that does not answer is looked at again; the boards say that it is away.
    const timer = setInterval(() => void look().catch(() => {}), lookEvery);
    return () => clearInterval(timer);
  }, []);
}
