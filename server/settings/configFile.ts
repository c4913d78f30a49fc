import { readFileSync } from 'node:fs';
import { validateHeaderName, validateHeaderValue } from 'node:http';
import { dirname, resolve } from 'node:path';
import * as v from 'valibot';
import { dataSourceKinds } from '../../src/model/config.ts';
import { durationSchema, idSchema } from '../../src/model/schema.ts';
import { decodeYaml, describeProblem, parseYaml } from '../yamlFile.ts';
import { basicAuth, bearerAuth, readAddress, type ServerAddress } from './address.ts';
import {
  type Connection,
  type DataSourceSettings,
  DEFAULT_TIMEOUT,
  type Server,
  SIDE_TIMEOUT,
  type SideServerSettings,
} from './dataSource.ts';
import { SettingError } from './settingError.ts';

const text = v.pipe(v.string(), v.nonEmpty('must not be empty'));

const serverEntries = {
  id: idSchema,
  /** As the viewer reads it; the id when it is not given. */
  name: v.optional(text),
  url: text,
  /** HTTP basic authentication, with one of `password` and `passwordFile`. */
  user: v.optional(text),
  password: v.optional(text),
  passwordFile: v.optional(text),
  /** Bearer token, here or in a file. */
  token: v.optional(text),
  tokenFile: v.optional(text),
  /** More headers for this server, such as a tenant's `X-Scope-OrgID`. */
  headers: v.optional(v.record(v.string(), text), {}),
  /** Certificate authorities to trust for this server, PEM. */
  caFile: v.optional(text),
};

const DAY = 86_400_000;

/** How long a request may take upstream. Node's timers count no further than 2 ** 31 - 1 ms, and go off at once beyond. */
const timeoutSchema = v.pipe(durationSchema, v.maxValue(24 * DAY, 'must not be above 24d'));

const dataSource = v.strictObject({
  ...serverEntries,
  kind: v.optional(v.picklist(dataSourceKinds), 'prometheus'),
  timeout: v.optional(timeoutSchema, `${DEFAULT_TIMEOUT}ms`),
  /** How late after its time a sample may still come: what is younger is asked again at each refresh. */
  ingestionDelay: v.optional(durationSchema),
});

/** An Alertmanager or a Pushgateway. */
const sideServer = v.strictObject({
  ...serverEntries,
  /** The id of the data source that it belongs to. */
  dataSource: v.optional(v.nullable(idSchema), null),
  timeout: v.optional(timeoutSchema, `${SIDE_TIMEOUT}ms`),
});

const haveOwnIds = (list: readonly { readonly id: string }[]) => new Set(list.map(({ id }) => id)).size === list.length;
const sideServers = v.optional(
  v.pipe(
    v.array(sideServer),
    v.check((list) => haveOwnIds(list), 'ids must be unique'),
  ),
  [],
);

const MEGABYTE = 1024 * 1024;
const DEFAULT_KEEP_MEGABYTES = 64;
/** Bytes for kept answers where no config file says otherwise. */
export const DEFAULT_KEEP = DEFAULT_KEEP_MEGABYTES * MEGABYTE;

/** The file behind `MIRANTE_CONFIG`. */
export const configFileSchema = v.strictObject({
  /** Megabytes of answers that are kept for the rest of their step; 0 keeps none. */
  keepMegabytes: v.optional(
    v.pipe(v.number(), v.minValue(0, 'must not be negative'), v.maxValue(65_536, 'must not be above 65536')),
    DEFAULT_KEEP_MEGABYTES,
  ),
  dataSources: v.pipe(
    v.array(dataSource),
    v.check((list) => haveOwnIds(list), 'data source ids must be unique'),
  ),
  alertmanagers: sideServers,
  pushgateways: sideServers,
  /** The name of an alert that must always fire. */
  watchdog: v.optional(text),
});

type ServerEntry = Omit<v.InferOutput<typeof dataSource>, 'kind' | 'ingestionDelay'>;
type SideServerEntry = v.InferOutput<typeof sideServer>;
type Credentials = Pick<ServerAddress, 'headers' | 'secrets'>;

/** Reads what belongs to a setting from a file beside the config file. */
function readBeside(setting: string, configFile: string, path: string): string {
  try {
    return readFileSync(resolve(dirname(configFile), path), 'utf8').trim();
  } catch {
    throw new SettingError(setting, 'the file cannot be read');
  }
}

function credentialsOf(entry: ServerEntry, place: string, configFile: string): Credentials | null {
  const { user, password, passwordFile, token, tokenFile } = entry;
  const secrets = [password, passwordFile, token, tokenFile].filter((secret) => secret !== undefined);
  if (secrets.length > 1) {
    throw new SettingError(place, 'only one of password, passwordFile, token and tokenFile may be given');
  }
  const isBasic = password !== undefined || passwordFile !== undefined;
  if (isBasic !== (user !== undefined)) {
    throw new SettingError(place, 'user and one of password and passwordFile belong together');
  }
  if (user !== undefined) {
    return basicAuth(user, password ?? readBeside(`${place}.passwordFile`, configFile, passwordFile ?? ''));
  }
  if (token !== undefined) return bearerAuth(token);
  return tokenFile === undefined ? null : bearerAuth(readBeside(`${place}.tokenFile`, configFile, tokenFile));
}

/** Shorter header values, such as a tenant's number, are no secrets, and blotting them out would garble messages. */
const SHORTEST_SECRET_HEADER = 4;

function extraHeaders(entry: ServerEntry): Credentials {
  const headers = Object.fromEntries(Object.entries(entry.headers).map(([name, value]) => [name.toLowerCase(), value]));
  return { headers, secrets: Object.values(headers).filter((value) => value.length >= SHORTEST_SECRET_HEADER) };
}

function checkHeaders(headers: Readonly<Record<string, string>>, place: string): void {
  for (const [name, value] of Object.entries(headers)) {
    try {
      validateHeaderName(name);
      validateHeaderValue(name, value);
    } catch {
      throw new SettingError(place, 'a header or credential has characters that HTTP does not allow');
    }
  }
}

function toSettings(entry: ServerEntry, place: string, configFile: string): Server & Connection {
  const address = readAddress(`${place}.url`, entry.url);
  const credentials = credentialsOf(entry, place, configFile);
  if (credentials !== null && address.secrets.length > 0) {
    throw new SettingError(place, 'credentials stand both in the url and beside it');
  }
  const extra = extraHeaders(entry);
  const headers = { ...extra.headers, ...address.headers, ...credentials?.headers };
  checkHeaders(headers, place);
  return {
    id: entry.id,
    name: entry.name ?? entry.id,
    url: address.url,
    headers,
    secrets: [...extra.secrets, ...address.secrets, ...(credentials?.secrets ?? [])],
    setting: address.setting,
    ca: entry.caFile === undefined ? null : readBeside(`${place}.caFile`, configFile, entry.caFile),
    timeout: entry.timeout,
  };
}

/** What a config file says. */
export interface ConfigFile {
  readonly dataSources: readonly DataSourceSettings[];
  readonly alertmanagers: readonly SideServerSettings[];
  readonly pushgateways: readonly SideServerSettings[];
  /** The name of an alert that must always fire; null where none is named. */
  readonly watchdog: string | null;
  /** Room for answers that are kept for those who ask the same; 0 keeps none. */
  readonly keepBytes: number;
}

/**
 * Reads a config file, YAML. Paths in it are relative to its folder.
 * @throws SettingError with the file's line and path, never with a value.
 */
export function readConfigFile(setting: string, path: string): ConfigFile {
  let content: string;
  try {
    content = readFileSync(path, 'utf8');
  } catch {
    throw new SettingError(setting, 'the file cannot be read');
  }
  const { output, problems } = decodeYaml(parseYaml(content), configFileSchema);
  if (output === null) throw new SettingError(setting, problems.map((p) => describeProblem(path, p)).join('\n  '));
  const { dataSources, alertmanagers, pushgateways, watchdog = null, keepMegabytes } = output;
  const ids = dataSources.map(({ id }) => id);
  const toSideServer = (list: string) => (entry: SideServerEntry, i: number) => {
    const place = `${setting}, ${list}.${i}`;
    const { dataSource } = entry;
    if (dataSource !== null && !ids.includes(dataSource)) {
      throw new SettingError(`${place}.dataSource`, 'there is no data source of this id');
    }
    return { ...toSettings(entry, place, path), dataSource };
  };
  return {
    dataSources: dataSources.map((entry, i) => {
      const { kind, ingestionDelay = 0 } = entry;
      return { ...toSettings(entry, `${setting}, dataSources.${i}`, path), kind, ingestionDelay };
    }),
    alertmanagers: alertmanagers.map(toSideServer('alertmanagers')),
    pushgateways: pushgateways.map(toSideServer('pushgateways')),
    watchdog,
    keepBytes: keepMegabytes * MEGABYTE,
  };
}
