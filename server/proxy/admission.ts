import type { IncomingHttpHeaders } from 'node:http';
import { permits, type Role } from '../../src/model/config.ts';
import type { Call, Write } from '../apis/call.ts';
import { Problem } from '../problem.ts';
import { hostOfOrigin, type KnownHosts } from './hosts.ts';

function checkRole(role: Role, { role: needed }: Write): void {
  if (permits(role, needed)) return;
  const message = `The role ${needed} is needed; this Mirante runs with the role ${role}: set MIRANTE_ROLE.`;
  throw new Problem(403, 'role_needed', message);
}

/** Browsers say where a request comes from, and no page can make them say otherwise. */
function comesFromHere(headers: IncomingHttpHeaders): boolean {
  const { 'sec-fetch-site': site, host } = headers;
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  return host !== undefined && hostOfOrigin(headers) === host.toLowerCase();
}

function checkOrigin(headers: IncomingHttpHeaders): void {
  if (comesFromHere(headers)) return;
  const message =
    'Only pages of this Mirante may change anything: Sec-Fetch-Site: same-origin is needed, or an Origin that is its Host. ' +
    'A proxy before Mirante must pass Host on as it came.';
  throw new Problem(403, 'cross_origin', message);
}

const unknownHost = (status: number, what: string) =>
  new Problem(
    status,
    'unknown_host',
    `${what} where Mirante is called by an IP address, localhost or a name that is in MIRANTE_HOSTS: add this page's there. ` +
      'A proxy before Mirante must pass Host on as it came, or the name that it calls Mirante by must be there too.',
  );

/** A page of another name that points here would pass for one of ours, to its browser and by its headers. */
function checkNames(headers: IncomingHttpHeaders, hosts: KnownHosts): void {
  const page = hostOfOrigin(headers);
  const isKnown = hosts.knows(headers.host) && (page === undefined || (page !== null && hosts.knows(page)));
  if (!isKnown) throw unknownHost(403, 'Anything can be changed only');
}

/**
 * Checks, where a list of names was given, that Mirante was called by one of them. For whatever tells of data.
 * @throws Problem 421
 */
export function checkHost({ host }: IncomingHttpHeaders, hosts: KnownHosts): void {
  if (hosts.isListed && !hosts.knows(host)) throw unknownHost(421, 'The API answers only');
}

const wrongType = (message: string) => new Problem(415, 'wrong_content_type', message);

function checkSent(method: string, headers: IncomingHttpHeaders, write: Write | null): void {
  const type = headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  if (write === null) {
    const isForm = type === undefined || type === 'application/x-www-form-urlencoded';
    if (method !== 'GET' && !isForm) throw wrongType('Only forms are taken here: application/x-www-form-urlencoded.');
  } else if (write.readBody === null) {
    const hasBody = Number(headers['content-length'] ?? 0) !== 0 || headers['transfer-encoding'] !== undefined;
    if (hasBody || (type !== undefined && type !== 'application/json')) {
      throw wrongType('Nothing is to be sent along here.');
    }
  } else if (type !== 'application/json') {
    throw wrongType('Only JSON is taken here: application/json.');
  }
}

/** What decides who may write. */
export interface Admission {
  readonly role: Role;
  readonly hosts: KnownHosts;
}

/**
 * Checks, before anything of its body is read, whether a request may be passed on. Anyone may read; a write needs its role
 * and has to come from a page of this Mirante, under a name that is known.
 * @throws Problem 403 or 415
 */
export function admit({ role, hosts }: Admission, method: string, headers: IncomingHttpHeaders, { write }: Call): void {
  if (write !== null) {
    checkRole(role, write);
    checkOrigin(headers);
    checkNames(headers, hosts);
  }
  checkSent(method, headers, write);
}
