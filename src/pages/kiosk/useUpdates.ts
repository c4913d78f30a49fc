import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { rereadPacks } from '../../data/packs/usePacks.ts';
import { loadConfig } from '../../data/services/boot.ts';
import { useServices } from '../../data/services/services.tsx';

/** Ms between two looks. */
const lookEvery = 5 * 60_000;

/** The address of the script that a page starts with; it is another in each build. Null where there is none. */
const startOf = (page: Document): string | null =>
  page.querySelector('script[type="module"][src]')?.getAttribute('src') ?? null;

/** Whether the server has another build than the one that starts with `own`. Rejects where it does not answer. */
async function hasAnotherBuild(own: string | null): Promise<boolean> {
  const response = await fetch('/', { cache: 'no-cache', headers: { accept: 'text/html' } });
  if (!response.ok) return false;
  const offered = startOf(new DOMParser().parseFromString(await response.text(), 'text/html'));
  return own !== null && offered !== null && offered !== own;
}

/**
 * Keeps a wall, which stands for months, at what its server has: an edited pack is read anew, and with another build or
 * other data sources the wall loads itself again. The code of a panel that it has not shown yet is gone with the build that it is from.
 */
export function useUpdates(): void {
  const queryClient = useQueryClient();
  const { config } = useServices();
  useEffect(() => {
    const own = startOf(document);
    const look = async () => {
      const offered = await loadConfig();
      const isOther = JSON.stringify(offered.config) !== JSON.stringify(config) || (await hasAnotherBuild(own));
      if (isOther) location.reload();
      else await rereadPacks(queryClient);
    };
    // A server that does not answer is looked at again; the boards say that it is away.
    const timer = setInterval(() => void look().catch(() => {}), lookEvery);
    return () => clearInterval(timer);
  }, [queryClient, config]);
}
