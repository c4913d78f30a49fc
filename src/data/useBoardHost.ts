import { useCallback } from 'react';
import { grafanaUrl } from '../grafana/url.ts';
import type { Dashboard, GrafanaLink } from '../model/dashboard.ts';
import { resolveTimeZone, zoneName } from '../model/timeZone.ts';
import type { VariableValues } from '../prometheus/interpolate.ts';
import { allValue, type View } from '../view/urlState.ts';
import { useBoardClock } from './clock/useBoardClock.ts';
import { useDataSource, useServices } from './services/services.tsx';
import { useShownTheme } from './services/useShownTheme.ts';
import { useVariables } from './variables/useVariables.ts';

interface BoardHostOptions {
  readonly dashboard: Dashboard;
  readonly view: View;
  /** Goes on while the page is hidden: a wall. */
  readonly runsHidden?: boolean;
}

/** What every host of a board gives it, whatever the surface: server, clock, variables, theme, zone and Grafana's addresses. */
export function useBoardHost({ dashboard, view, runsHidden = false }: BoardHostOptions) {
  const { config } = useServices();
  const dataSource = useDataSource(chosenDataSource(dashboard, view));
  const theme = useShownTheme(view.theme);
  const timeZone = resolveTimeZone(view.timeZone);
  const { range, refresh } = view;
  const clock = useBoardClock({ dataSource, range, refresh, timeZone, runsHidden });
  const variables = useVariables({ dashboard, chosen: view.variables, dataSource, clock });
  const baseUrl = config.grafana?.url ?? null;
  const toGrafana = useCallback(
    (link: GrafanaLink, mode: 'solo' | 'full', values: VariableValues) => {
      if (baseUrl === null) return null;
      const chosen = new Map([...values].map(([name, value]) => [name, value.all ? [allValue] : value.values]));
      return grafanaUrl({
        ...link,
        baseUrl,
        mode,
        range,
        variables: chosen,
        theme,
        refresh,
        timeZone: zoneName(timeZone),
      });
    },
    [baseUrl, range, refresh, theme, timeZone],
  );
  return { dataSource, clock, variables, theme, timeZone, grafanaUrl: toGrafana };
}

/** A variable of type `datasource` names the server; without one the address does. */
function chosenDataSource({ variables }: Dashboard, view: View): string | null {
  const variable = variables.find(({ type }) => type === 'datasource');
  return (variable && view.variables.get(variable.name)?.[0]) ?? view.dataSource;
}
