import * as v from 'valibot';
import { Problem } from '../problem.ts';
import { alertmanagerApi } from '../upstream/dialect.ts';
import { plainMessage } from '../yamlFile.ts';
import { maskedStatus } from './alertmanagerConfig.ts';
import { type Call, checkMethod, JSON_ONLY, nothingHere, type WriteBody } from './call.ts';

/** All that is read of Alertmanager's API (below `/api/v2/`). */
const reads: readonly string[] = ['alerts', 'alerts/groups', 'silences', 'status', 'receivers'];
const silencePath = /^silence\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;

const matcher = v.strictObject({
  name: v.string(),
  value: v.string(),
  isRegex: v.boolean(),
  isEqual: v.optional(v.boolean(), true),
});

/** What Alertmanager takes as a silence; with an id it changes the one that there is. */
const silence = v.strictObject({
  id: v.optional(v.string()),
  matchers: v.array(matcher),
  startsAt: v.string(),
  endsAt: v.string(),
  createdBy: v.string(),
  comment: v.string(),
});

const operators = { equal: { text: '=', regex: '=~' }, unequal: { text: '!=', regex: '!~' } } as const;

function matcherText({ name, value, isRegex, isEqual }: v.InferOutput<typeof matcher>): string {
  return `${name}${operators[isEqual ? 'equal' : 'unequal'][isRegex ? 'regex' : 'text']}${JSON.stringify(value)}`;
}

function readSilence(body: Buffer): WriteBody {
  let value: unknown;
  try {
    value = JSON.parse(body.toString('utf8'));
  } catch {
    throw new Problem(400, 'bad_data', 'What was sent is not JSON.');
  }
  const result = v.safeParse(silence, value);
  if (!result.success) {
    const [issue] = result.issues;
    throw new Problem(400, 'bad_data', `silence, ${v.getDotPath(issue) ?? ''}: ${plainMessage(issue.message)}`);
  }
  const { matchers, ...rest } = result.output;
  return {
    sent: Buffer.from(JSON.stringify(result.output)),
    summary: { ...rest, matchers: matchers.map(matcherText) },
  };
}

const call = (path: string, endpoint: string, write: Call['write'] = null): Call => ({
  path,
  endpoint,
  dialect: alertmanagerApi,
  types: JSON_ONLY,
  write,
});

/** Finds what a request means to an Alertmanager: reading, or making, changing and expiring silences. See `ReadCall`. */
export function readAlertmanagerCall(method: string, path: string): Call {
  if (!path.startsWith('api/v2/')) throw nothingHere();
  const name = path.slice('api/v2/'.length);
  if (name === 'silences' && method === 'POST') {
    return call(path, name, { role: 'operator', what: 'make or change a silence', readBody: readSilence });
  }
  const id = silencePath.exec(name)?.[1];
  if (id !== undefined) {
    checkMethod(method, ['GET', 'DELETE']);
    if (method === 'GET') return call(path, 'silence');
    const expire = call(path, 'silence', { role: 'operator', what: `expire silence ${id}`, readBody: null });
    return { ...expire, types: /^$|^application\/json\b/i };
  }
  if (!reads.includes(name)) throw nothingHere();
  checkMethod(method, name === 'silences' ? ['GET', 'POST'] : ['GET']);
  return name === 'status' ? { ...call(path, name), mask: maskedStatus } : call(path, name);
}
