import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { parse, stringify } from 'yaml';
import { programPath } from '../ensure.ts';
import { freePort, startProcess } from '../process.ts';
import type { RunningTarget } from './running.ts';

const configSchema = v.looseObject({ global: v.optional(v.looseObject({}), {}) });

/**
 * The lab's Alertmanager configuration: the shipped one, whose webhooks are asked through a proxy that knows their hosts.
 * @param text the shipped configuration, YAML
 */
export function deriveAlertmanagerConfig(text: string, proxyUrl: string): string {
  const config = v.parse(configSchema, parse(text));
  return stringify({ ...config, global: { ...config.global, http_config: { proxy_url: proxyUrl } } });
}

/** Starts a real Alertmanager, alone, with a configuration of this text. */
export async function startAlertmanager(folder: string, config: string): Promise<RunningTarget> {
  mkdirSync(folder, { recursive: true });
  const configFile = join(folder, 'alertmanager.yml');
  writeFileSync(configFile, config);
  const address = `127.0.0.1:${await freePort()}`;
  const { stop } = await startProcess({
    name: 'Alertmanager',
    command: programPath('alertmanager'),
    args: [
      `--config.file=${configFile}`,
      `--storage.path=${join(folder, 'data')}`,
      `--web.listen-address=${address}`,
      '--cluster.listen-address=',
    ],
    logFile: join(folder, 'alertmanager.log'),
    readyUrl: `http://${address}/-/ready`,
  });
  return { address, stop };
}
