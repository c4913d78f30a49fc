import type { IncomingHttpHeaders } from 'node:http';
import { isIP } from 'node:net';

/**
 * The names that Mirante goes by. Whoever owns a name may let it point to any address, and a browser then takes a page of
 * that name for one of Mirante's (DNS rebinding). Nobody can do so with an IP address, with `localhost`, or with a name that
 * is the operator's own.
 */
export interface KnownHosts {
  /** Whether a list was given: then the API answers under no other name, also to who only reads. */
  readonly isListed: boolean;
  /** @param authority a host as the header `Host` has it, with its port or without. */
  knows(authority: string | undefined): boolean;
}

const authorityPattern = /^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d*)?$/i;

/** The name in `authority`, as URLs write it: lower case, and an address in its usual form; null where there is none. */
function nameIn(authority: string | undefined): string | null {
  if (authority === undefined || !authorityPattern.test(authority)) return null;
  const url = `http://${authority}`;
  return URL.canParse(url) ? new URL(url).hostname.replace(/^\[|\]$|\.$/g, '') : null;
}

/** @param names null where none were given; `*` among them lets any name do. */
export function createKnownHosts(names: readonly string[] | null): KnownHosts {
  const listed = new Set(names?.map((name) => nameIn(name)));
  const isAny = names?.includes('*') ?? false;
  return {
    isListed: names !== null && !isAny,
    knows(authority) {
      if (isAny) return true;
      const name = nameIn(authority);
      return name !== null && (isIP(name) !== 0 || /^(.+\.)?localhost$/.test(name) || listed.has(name));
    },
  };
}

/** The host of the page that a request comes from, where the browser tells; null for a page without a host. */
export function hostOfOrigin({ origin }: IncomingHttpHeaders): string | null | undefined {
  if (origin === undefined) return undefined;
  return URL.canParse(origin) ? new URL(origin).host : null;
}
