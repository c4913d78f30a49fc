import type { IncomingHttpHeaders } from 'node:http';
import { permits, type Role } from '../src/model/config.ts';
import type { Call, Write } from './call.ts';
import { Problem } from './problem.ts';

function checkRole(role: Role, { role: needed }: Write): void {
  if (permits(role, needed)) return;
  const message = `The role ${needed} is needed; this Mirante runs with the role ${role}: set MIRANTE_ROLE.`;
  throw new Problem(403, 'role_needed', message);
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}

/** Browsers say where a request comes from, and no page can make them say otherwise. */
function comesFromHere({ 'sec-fetch-site': site, origin, host }: IncomingHttpHeaders): boolean {
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  return origin !== undefined && host !== undefined && hostOf(origin) === host.toLowerCase();
}

function checkOrigin(headers: IncomingHttpHeaders): void {
  if (comesFromHere(headers)) return;
  const message =
    'Only pages of this Mirante may change anything: Sec-Fetch-Site: same-origin is needed, or an Origin that is its Host. ' +
    'A proxy before Mirante must pass Host on as it came.';
  throw new Problem(403, 'cross_origin', message);
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

/**
 * Checks, before anything of its body is read, whether a request may be passed on. Anyone may read; a write needs its role
 * and has to come from a page of this Mirante.
 * @throws Problem 403 or 415
 */
export function admit(role: Role, method: string, headers: IncomingHttpHeaders, { write }: Call): void {
  if (write !== null) {
    checkRole(role, write);
    checkOrigin(headers);
  }
  checkSent(method, headers, write);
}
