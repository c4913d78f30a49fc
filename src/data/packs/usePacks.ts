import { type QueryClient, queryOptions, useQuery } from '@tanstack/react-query';
import { type Dashboard, dashboardSchema } from '../../model/dashboard.ts';
import { type PackProblem, type PackSummary, packIndexSchema } from '../../model/pack.ts';
import { fetchJson } from '../services/fetchJson.ts';
import { type Services, useServices } from '../services/services.tsx';

const addressOf = ({ hosting }: Services, path: string) =>
  hosting === 'gateway' ? `/api/packs${path}` : `/packs${path === '' ? '/index' : path}.json`;

const packsQuery = (services: Services) =>
  queryOptions({
    queryKey: ['packs'],
    queryFn: ({ signal }) => fetchJson(addressOf(services, ''), packIndexSchema, signal),
    gcTime: Number.POSITIVE_INFINITY,
    structuralSharing: true,
  });

/** The packs there are, and what is wrong with those that could not be read. */
export function usePacks(): {
  readonly packs: readonly PackSummary[];
  readonly problems: readonly PackProblem[];
  readonly isPending: boolean;
  readonly error: unknown;
} {
  const { data, isPending, error } = useQuery(packsQuery(useServices()));
  return { packs: data?.packs ?? [], problems: data?.problems ?? [], isPending, error };
}

/** A dashboard's file, asked for once. */
export function dashboardQuery(services: Services, pack: string, dashboard: string) {
  return queryOptions({
    queryKey: ['dashboard', pack, dashboard],
    queryFn: ({ signal }) => {
      const path = `/${encodeURIComponent(pack)}/${encodeURIComponent(dashboard)}`;
      return fetchJson(addressOf(services, path), dashboardSchema, signal);
    },
    gcTime: Number.POSITIVE_INFINITY,
    structuralSharing: true,
  });
}

/** Asks for the packs and dashboards that are shown anew, and for the others when they are shown; what failed, or is as it was, changes nothing. */
export async function rereadPacks(queryClient: QueryClient): Promise<void> {
  await Promise.all(['packs', 'dashboard'].map((kind) => queryClient.invalidateQueries({ queryKey: [kind] })));
}

/** A dashboard, decoded; `error` says which file and where when it is not one. */
export function useDashboard(
  pack: string,
  dashboard: string,
): { readonly dashboard: Dashboard | null; readonly isPending: boolean; readonly error: unknown } {
  const { data, isPending, error } = useQuery(dashboardQuery(useServices(), pack, dashboard));
  return { dashboard: data ?? null, isPending, error };
}

/** Ms that a page's first drawing waits for its dashboard at most; then it says that it loads. */
const patience = 100;

/** Asks ahead for what the page at `path` shows first, so that it is drawn once, and not first without its dashboard. */
export async function askAhead(queryClient: QueryClient, services: Services, path: string): Promise<void> {
  const [, pack, dashboard] = /^\/(?:d|embed)\/([\w.~-]+)\/([\w.~-]+)/.exec(path) ?? [];
  if (pack === undefined || dashboard === undefined) return;
  const query = dashboardQuery(services, pack, dashboard);
  const asked = Promise.all([queryClient.prefetchQuery(packsQuery(services)), queryClient.prefetchQuery(query)]);
  await Promise.race([asked, new Promise((resolve) => setTimeout(resolve, patience))]);
}
