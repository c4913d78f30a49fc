import { useMemo } from 'react';
import { type AlertmanagerClient, createAlertmanagerClient } from '../../alertmanager/client.ts';
import type { AppConfig } from '../../model/config.ts';
import { createPushgatewayClient, type PushgatewayClient } from '../../pushgateway/client.ts';
import { useServices } from './services.tsx';

/** An Alertmanager or a Pushgateway as the app sees it. */
export interface SideServer<Client> {
  readonly id: string;
  readonly name: string;
  /** The id of the data source that it belongs to; null where none is named. */
  readonly dataSource: string | null;
  readonly client: Client;
}

type Configured = AppConfig['alertmanagers'][number];

/** Behind the gateway each answers below `prefix`; on a plain web server each has an address of its own. */
function open<Client>(list: readonly Configured[], prefix: string, create: (o: { baseUrl: string }) => Client) {
  return list.map(({ id, name, dataSource, url }): SideServer<Client> => {
    return { id, name, dataSource, client: create({ baseUrl: url ?? `${prefix}/${encodeURIComponent(id)}` }) };
  });
}

/** All Alertmanagers, in the configuration's order. */
export function useAlertmanagers(): readonly SideServer<AlertmanagerClient>[] {
  const { alertmanagers } = useServices().config;
  return useMemo(() => open(alertmanagers, '/api/am', createAlertmanagerClient), [alertmanagers]);
}

/** All Pushgateways, in the configuration's order. */
export function usePushgateways(): readonly SideServer<PushgatewayClient>[] {
  const { pushgateways } = useServices().config;
  return useMemo(() => open(pushgateways, '/api/pg', createPushgatewayClient), [pushgateways]);
}

/** Those that belong to a data source: the ones that name it and the ones that name none. */
export function belongingTo<S extends { readonly dataSource: string | null }>(
  servers: readonly S[],
  dataSource: string,
): readonly S[] {
  return servers.filter((server) => server.dataSource === dataSource || server.dataSource === null);
}
