import type { Role } from '../../src/model/config.ts';
import { Problem } from '../problem.ts';
import type { Dialect } from '../upstream/dialect.ts';

/** A request that is passed on, as its server gets it: rebuilt from what is known, never just what came. */
export interface Call {
  /** Below the server's address, without the query string. */
  readonly path: string;
  /** As metrics name it: few names, whatever ids and labels there are. */
  readonly endpoint: string;
  readonly dialect: Dialect;
  /** The content types ('' for none) of the server's own good answers. */
  readonly types: RegExp;
  /** What it changes; null for what only reads. */
  readonly write: Write | null;
  /** Writes the text of a good answer anew, without what nobody may see. Throws where it cannot be read. */
  readonly mask?: (text: string) => string;
}

/** A change of something on a server. */
export interface Write {
  readonly role: Role;
  /** What is done, for the audit log. */
  readonly what: string;
  /** Reads the JSON that it takes; null where nothing may be sent along. Throws Problem. */
  readonly readBody: ((body: Buffer) => WriteBody) | null;
}

export interface WriteBody {
  /** What goes up: only what was understood, so that the audit log tells all of it. */
  readonly sent: Buffer;
  /** What the audit log keeps of it. */
  readonly summary: object;
}

/**
 * Finds what a request means to a kind of server.
 * @param path what stands after the server's id, as it came: undecoded, without the query string.
 * @throws Problem 403, 404 or 405 for what is not passed on.
 */
export type ReadCall = (method: string, path: string) => Call;

export const JSON_ONLY = /^application\/json\b/i;
/** VictoriaMetrics calls it so what it writes while it still reads, as the samples of a range selector. */
export const JSON_OR_STREAMED = /^application\/(stream\+)?json\b/i;
/** Of answers that say nothing beyond their status. */
export const NOTHING_OR_TEXT = /^$|^text\/plain\b/i;

/** @throws Problem 405 */
export function checkMethod(method: string, allowed: readonly string[]): void {
  if (!allowed.includes(method)) throw new Problem(405, 'not_allowed', `Only ${allowed.join(' and ')} will do here.`);
}

export function nothingHere(): Problem {
  return new Problem(404, 'not_found', 'There is nothing here.');
}
