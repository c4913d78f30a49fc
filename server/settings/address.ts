import { SettingError } from './settingError.ts';

/** Where a server is and what opens it. */
export interface ServerAddress {
  /** Without user, password, query and fragment. */
  readonly url: URL;
  /** Sent with every request; they hold the credentials. */
  readonly headers: Readonly<Record<string, string>>;
  /** Texts that must never leave the gateway but in those headers. */
  readonly secrets: readonly string[];
  /** The setting that holds the address, for messages. */
  readonly setting: string;
}

type Credentials = Pick<ServerAddress, 'headers' | 'secrets'>;

/** The header of HTTP basic authentication. */
export function basicAuth(user: string, password: string): Credentials {
  const encoded = Buffer.from(`${user}:${password}`).toString('base64');
  return { headers: { authorization: `Basic ${encoded}` }, secrets: [password, encoded] };
}

/** The header of a bearer token. */
export function bearerAuth(token: string): Credentials {
  return { headers: { authorization: `Bearer ${token}` }, secrets: [token] };
}

function parseUrl(setting: string, text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw new SettingError(setting, 'an address that starts with http:// or https:// is needed');
  }
  if (url.search !== '' || url.hash !== '') throw new SettingError(setting, 'an address without ? and # is needed');
  return url;
}

/**
 * Reads a server's address. A user and password in it (`http://user:password@host`) become basic authentication.
 * @throws SettingError
 */
export function readAddress(setting: string, text: string): ServerAddress {
  const url = parseUrl(setting, text);
  const { username, password } = url;
  url.username = '';
  url.password = '';
  if (username === '' && password === '') return { url, headers: {}, secrets: [], setting };
  try {
    return { url, setting, ...basicAuth(decodeURIComponent(username), decodeURIComponent(password)) };
  } catch {
    throw new SettingError(setting, 'a % in the user or password must be written %25');
  }
}
