import { Problem } from '../problem.ts';
import { pushgatewayApi, pushgatewayText } from '../upstream/dialect.ts';
import { type Call, checkMethod, JSON_ONLY, NOTHING_OR_TEXT, nothingHere } from './call.ts';

/** Characters of a group's path. */
const LONGEST_PATH = 4096;
const BASE64 = '@base64';

function badGroup(what: string): Problem {
  return new Problem(400, 'bad_data', `This is no group of metrics: ${what}.`);
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw badGroup('an escape in it cannot be read');
  }
}

/** A label of a group's path: its value as it is, and the two segments that say so. */
interface GroupLabel {
  readonly name: string;
  readonly value: string;
  readonly segments: string;
}

function readEncoded(name: string, segment: string): GroupLabel {
  const encoded = decode(segment);
  if (!/^([\w-]+=*|=+)$/.test(encoded)) throw badGroup('a value is not base64 of the kind for addresses');
  const value = Buffer.from(encoded, 'base64url').toString('utf8');
  return { name, value, segments: `${name}${BASE64}/${encoded}` };
}

/** What is plainly written must survive servers that tidy addresses up before they read them. */
function readPlain(name: string, segment: string): GroupLabel {
  const value = decode(segment);
  if (value === '' || value === '.' || value === '..' || value.includes('/')) {
    throw badGroup(`the value of ${name} is to be written as ${name}${BASE64}`);
  }
  return { name, value, segments: `${name}/${encodeURIComponent(value)}` };
}

function readLabel(nameSegment: string, valueSegment: string): GroupLabel {
  const named = decode(nameSegment);
  const isEncoded = named.endsWith(BASE64);
  const name = isEncoded ? named.slice(0, -BASE64.length) : named;
  if (!/^[A-Za-z_]\w*$/.test(name) || name.startsWith('__')) throw badGroup('a label has a name that none may have');
  return (isEncoded ? readEncoded : readPlain)(name, valueSegment);
}

/**
 * Reads a grouping key as Pushgateway does (https://github.com/prometheus/pushgateway#url).
 * @param path `job/<value>{/<label>/<value>}`, undecoded.
 */
function readGroup(path: string): readonly GroupLabel[] {
  if (path.length > LONGEST_PATH) throw new Problem(414, 'query_too_long', 'The labels of this group are too long.');
  const segments = path.split('/');
  if (segments.length % 2 !== 0) throw badGroup('a label has no value');
  const labels = Array.from({ length: segments.length / 2 }, (_, i) =>
    readLabel(segments[2 * i] ?? '', segments[2 * i + 1] ?? ''),
  );
  if (labels[0]?.name !== 'job') throw badGroup('its first label is to be job');
  if (labels[0].value === '') throw badGroup('its job is empty');
  if (new Set(labels.map(({ name }) => name)).size < labels.length) throw badGroup('a label stands there twice');
  return labels;
}

function deleteGroup(path: string): Call {
  const labels = readGroup(path);
  const text = labels.map(({ name, value }) => `${name}=${JSON.stringify(value)}`).join(', ');
  return {
    path: `metrics/${labels.map(({ segments }) => segments).join('/')}`,
    endpoint: 'metrics/job',
    dialect: pushgatewayText,
    types: NOTHING_OR_TEXT,
    write: { role: 'administrator', what: `delete the group {${text}}`, readBody: null },
  };
}

/** Finds what a request means to a Pushgateway: reading, or deleting a group. Nothing is pushed. See `ReadCall`. */
export function readPushgatewayCall(method: string, path: string): Call {
  const isMetrics = path === 'metrics' || path.startsWith('metrics/');
  if (isMetrics && (method === 'PUT' || method === 'POST')) {
    throw new Problem(405, 'not_allowed', 'The gateway is no way to push metrics: push to the Pushgateway itself.');
  }
  if (path === 'metrics') {
    checkMethod(method, ['GET']);
    return { path, endpoint: path, dialect: pushgatewayText, types: /^text\/plain\b/i, write: null };
  }
  if (isMetrics) {
    checkMethod(method, ['DELETE']);
    return deleteGroup(path.slice('metrics/'.length));
  }
  if (path !== 'api/v1/metrics' && path !== 'api/v1/status') throw nothingHere();
  checkMethod(method, ['GET']);
  return { path, endpoint: path, dialect: pushgatewayApi, types: JSON_ONLY, write: null };
}
