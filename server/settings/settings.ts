import { statSync } from 'node:fs';
import { join } from 'node:path';
import { type Role, roles } from '../../src/model/config.ts';
import { readAddress, type ServerAddress } from './address.ts';
import { type ConfigFile, DEFAULT_KEEP, readConfigFile } from './configFile.ts';
import { DEFAULT_TIMEOUT, SIDE_TIMEOUT, type SideServerSettings } from './dataSource.ts';
import { SettingError } from './settingError.ts';

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
type LogLevel = (typeof logLevels)[number];

export interface Settings extends ConfigFile {
  readonly host: string;
  readonly port: number;
  /** No setting says where data comes from: the embedded Prometheus stands in. */
  readonly isSimulated: boolean;
  /** What everyone who comes may do. */
  readonly role: Role;
  /** The browser gets it, so it carries no credentials. */
  readonly grafanaUrl: string | null;
  /** Sources of the CSP directive of this name: who may embed Mirante in a page. */
  readonly frameAncestors: readonly string[];
  /** The names that Mirante goes by, `*` for any; null where the setting is not given. */
  readonly hosts: readonly string[] | null;
  /** Folders of packs; a later one's pack replaces an earlier one's of the same id. */
  readonly packFolders: readonly string[];
  readonly logLevel: LogLevel;
}

type Environment = Readonly<Record<string, string | undefined>>;

function readPort(env: Environment): number {
  const text = env.PORT || '8080';
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new SettingError('PORT', 'a whole number from 0 to 65535 is needed');
}

function readLogLevel(env: Environment): LogLevel {
  const wanted = env.LOG_LEVEL || 'warn';
  const level = logLevels.find((name) => name === wanted);
  if (level === undefined) throw new SettingError('LOG_LEVEL', `one of ${logLevels.join(', ')} is needed`);
  return level;
}

function readRole(env: Environment): Role {
  const wanted = env.MIRANTE_ROLE || 'viewer';
  const role = roles.find((name) => name === wanted);
  if (role === undefined) throw new SettingError('MIRANTE_ROLE', `one of ${roles.join(', ')} is needed`);
  return role;
}

const frameAncestor = /^('self'|'none'|\*|https?:|https?:\/\/(\*\.)?[a-z0-9.-]+(:(\d+|\*))?)$/i;

function readFrameAncestors(env: Environment): string[] {
  const setting = 'MIRANTE_FRAME_ANCESTORS';
  const sources = (env[setting] || "'self'").split(/\s+/).filter(Boolean);
  if (!sources.every((source) => frameAncestor.test(source))) {
    throw new SettingError(setting, "'self', 'none', * or origins such as https://portal.example, with spaces between");
  }
  if (sources.length > 1 && sources.includes("'none'")) throw new SettingError(setting, "'none' stands alone");
  return sources;
}

function readHosts(env: Environment): string[] | null {
  const setting = 'MIRANTE_HOSTS';
  const names = (env[setting] ?? '').split(/\s+/).filter(Boolean);
  if (!names.every((name) => /^(\*|[a-z0-9_.-]+)$/i.test(name))) {
    throw new SettingError(setting, '* or host names such as mirante.example, without ports, with spaces between');
  }
  return names.length === 0 ? null : names;
}

function readOptionalAddress(env: Environment, setting: string): ServerAddress | null {
  const text = env[setting];
  return text ? readAddress(setting, text) : null;
}

function readGrafanaUrl(env: Environment): string | null {
  const address = readOptionalAddress(env, 'GRAFANA_URL');
  if (address === null) return null;
  const { url, secrets } = address;
  if (secrets.length > 0)
    throw new SettingError('GRAFANA_URL', 'browsers get this address: it must not hold a password');
  return url.href.replace(/\/$/, '');
}

function readPackFolders(env: Environment, root: string): string[] {
  const own = env.MIRANTE_PACKS;
  if (!own) return [join(root, 'packs')];
  if (!statSync(own, { throwIfNoEntry: false })?.isDirectory()) {
    throw new SettingError('MIRANTE_PACKS', 'there is no folder of this name');
  }
  return [join(root, 'packs'), own];
}

const noServers: ConfigFile = {
  dataSources: [],
  alertmanagers: [],
  pushgateways: [],
  watchdog: null,
  keepBytes: DEFAULT_KEEP,
};

function readDataSources(env: Environment): ConfigFile {
  const { PROMETHEUS_URL: url, MIRANTE_CONFIG: file } = env;
  if (url && file) {
    throw new SettingError(
      'PROMETHEUS_URL',
      'is for one data source and MIRANTE_CONFIG for several: set only one of them',
    );
  }
  if (file) return readConfigFile('MIRANTE_CONFIG', file);
  if (!url) return noServers;
  const address = readAddress('PROMETHEUS_URL', url);
  const own = { id: 'prometheus', name: 'Prometheus', kind: 'prometheus', ca: null } as const;
  return { ...noServers, dataSources: [{ ...address, ...own, timeout: DEFAULT_TIMEOUT, ingestionDelay: 0 }] };
}

/** The one server that a setting names, or the file's. */
function readSideServers(
  env: Environment,
  setting: string,
  own: { readonly id: string; readonly name: string },
  inFile: readonly SideServerSettings[],
): readonly SideServerSettings[] {
  const address = readOptionalAddress(env, setting);
  if (address === null) return inFile;
  if (inFile.length > 0) throw new SettingError(setting, 'MIRANTE_CONFIG names such servers too: set only one of them');
  return [{ ...address, ...own, ca: null, timeout: SIDE_TIMEOUT, dataSource: null }];
}

function readWatchdog(env: Environment, inFile: string | null): string | null {
  const name = env.MIRANTE_WATCHDOG;
  if (!name) return inFile;
  if (inFile !== null) throw new SettingError('MIRANTE_WATCHDOG', 'MIRANTE_CONFIG says it too: set only one of them');
  return name;
}

function readConfig(env: Environment): ConfigFile {
  const config = readDataSources(env);
  const alertmanager = { id: 'alertmanager', name: 'Alertmanager' };
  const pushgateway = { id: 'pushgateway', name: 'Pushgateway' };
  return {
    ...config,
    alertmanagers: readSideServers(env, 'ALERTMANAGER_URL', alertmanager, config.alertmanagers),
    pushgateways: readSideServers(env, 'PUSHGATEWAY_URL', pushgateway, config.pushgateways),
    watchdog: readWatchdog(env, config.watchdog),
  };
}

/**
 * Reads and checks all settings. `root` is the folder that holds the shipped `packs/`.
 * @throws SettingError naming the setting that is wrong, never with its value: that may be a secret.
 */
export function readSettings(env: Environment, root: string): Settings {
  return {
    host: env.HOST || '127.0.0.1',
    port: readPort(env),
    ...readConfig(env),
    isSimulated: !env.PROMETHEUS_URL && !env.MIRANTE_CONFIG,
    role: readRole(env),
    grafanaUrl: readGrafanaUrl(env),
    frameAncestors: readFrameAncestors(env),
    hosts: readHosts(env),
    packFolders: readPackFolders(env, root),
    logLevel: readLogLevel(env),
  };
}
