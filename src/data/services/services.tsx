import { createContext, type ReactNode, use } from 'react';
import type { AppConfig } from '../../model/config.ts';
import type { DataSource } from '../source/dataSource.ts';

/** What the app found out at boot, the same for every page. */
export interface Services {
  readonly config: AppConfig;
  /** Behind the gateway, or on a plain web server with `config.json`. */
  readonly hosting: 'gateway' | 'static';
  readonly dataSources: ReadonlyMap<string, DataSource>;
}

const ServicesContext = createContext<Services | null>(null);

export function ServicesProvider({ services, children }: { services: Services; children: ReactNode }) {
  return <ServicesContext value={services}>{children}</ServicesContext>;
}

export function useServices(): Services {
  const services = use(ServicesContext);
  if (services === null) throw new Error('ServicesProvider is missing above this component');
  return services;
}

/** The data source with this id, else the first one; null when none is configured. */
export function useDataSource(id: string | null): DataSource | null {
  const { dataSources } = useServices();
  return (id === null ? undefined : dataSources.get(id)) ?? dataSources.values().next().value ?? null;
}
