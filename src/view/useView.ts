import { useCallback, useMemo } from 'react';
import { useLocation } from 'wouter';
import { useSearch } from 'wouter/use-browser-location';
import type { TimeRange } from '../model/timeRange.ts';
import { usePreferences } from './preferences.ts';
import { decodeView, encodeView, type View, type ViewDefaults, type ViewProblem } from './urlState.ts';

/** A patch may be made from the view in the URL as it is at that moment: two changes in one event then both count. */
export type Change = (patch: Partial<View> | ((current: View) => Partial<View>), how: 'push' | 'replace') => void;

interface UseView {
  readonly view: View;
  /** What in the URL could not be followed. */
  readonly problems: readonly ViewProblem[];
  /** The one way to write the URL. `push` what the viewer meant, so that the back button undoes it; `replace` to normalise. */
  readonly change: Change;
  /** The query string of the view with `patch` in it, for links. */
  readonly search: (patch?: Partial<View>) => string;
}

/** The view in the URL, over the defaults of a page (the zone's is the viewer's preference). No store mirrors it. */
export function useView({ range, refresh }: { readonly range: TimeRange; readonly refresh: number | null }): UseView {
  const search = useSearch();
  const [, navigate] = useLocation();
  const timeZone = usePreferences((preferences) => preferences.timeZone);
  const { from, to } = range;
  const defaults = useMemo(
    (): ViewDefaults => ({ range: { from, to }, refresh, timeZone }),
    [from, to, refresh, timeZone],
  );
  const { view, problems } = useMemo(() => decodeView(search, defaults), [search, defaults]);
  const change = useCallback<Change>(
    (patch, how) => {
      // From the URL as it is now: two changes in one event both count.
      const current = decodeView(window.location.search, defaults).view;
      const next = encodeView({ ...current, ...(typeof patch === 'function' ? patch(current) : patch) }, defaults);
      if (next !== window.location.search) navigate(window.location.pathname + next, { replace: how === 'replace' });
    },
    [defaults, navigate],
  );
  const searchWith = useCallback(
    (patch: Partial<View> = {}) => encodeView({ ...view, ...patch }, defaults),
    [view, defaults],
  );
  return { view, problems, change, search: searchWith };
}
