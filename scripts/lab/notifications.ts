import { ensurePrograms, installHint } from '../ensure.ts';
import { deriveAlertmanagerConfig, startAlertmanager } from './alertmanager.ts';
import type { Names } from './names.ts';
import { type ReceiverOptions, startReceiver } from './receiver.ts';
import type { Running } from './running.ts';

export interface Notifications {
  /** Of the Alertmanager. */
  readonly alertmanagerUrl: string;
  /** Where to see what arrived. */
  readonly receiverUrl: string;
}

export interface NotificationOptions extends ReceiverOptions {
  readonly folder: string;
  /** Text of the shipped configuration. */
  readonly config: string;
  /** Hosts under which Prometheus looks for an Alertmanager. */
  readonly hosts: readonly string[];
}

/** Paths of the webhooks of the shipped configuration, with the hosts before them: `mordomo-core-api:8000/webhooks`. */
function webhooksOf(config: string): string[] {
  const urls = Array.from(config.matchAll(/^[^#\n]*\burl: '(http:[^']+)'/gm), ([, url = '']) => new URL(url));
  return [...new Set(urls.map(({ host, pathname }) => `${host}/${pathname.split('/')[1]}`))];
}

/**
 * Starts a real Alertmanager and a receiver for its webhooks, and makes both known by their names.
 * Resolves with a sentence where there is no Alertmanager to start.
 */
export async function startNotifications(
  { folder, config, hosts, ...receiving }: NotificationOptions,
  names: Names,
  running: Running[],
): Promise<Notifications | string> {
  const { missing } = await ensurePrograms(['alertmanager']);
  if (missing.length > 0) return `Alerts are notified to nobody. To have an Alertmanager, ${installHint(missing)}.`;
  const receiver = await startReceiver(receiving);
  running.push(receiver);
  for (const webhook of webhooksOf(config)) names.set(webhook, receiver.address);
  const alertmanager = await startAlertmanager(folder, deriveAlertmanagerConfig(config, names.url));
  running.push(alertmanager);
  for (const host of hosts) names.set(host, alertmanager.address);
  return { alertmanagerUrl: `http://${alertmanager.address}`, receiverUrl: receiver.url };
}
