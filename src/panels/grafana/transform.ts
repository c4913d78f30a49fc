import type { GrafanaLink } from '../../model/dashboard.ts';
import type { GrafanaOptions } from './options.ts';

/** What the options frame. */
export function linkOf({ uid, panel, orgId }: GrafanaOptions): GrafanaLink {
  return { uid, panel, orgId };
}

/** The server an address leads to, for people to read: `grafana.example:3000`. */
export function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : address;
}
