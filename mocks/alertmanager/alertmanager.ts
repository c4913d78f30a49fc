import { alertsNow, type FiringAlert, filterOf, groupsOf, selected } from './alerts.ts';
import { readConfiguration, simulatedConfiguration } from './configuration.ts';
import { RequestError } from './matchers.ts';
import { Silences } from './silences.ts';

interface AlertmanagerOptions {
  /** The alerts that it is told of, as they fire now. */
  readonly firing: () => Promise<readonly FiringAlert[]>;
  /** Epoch ms; the machine's clock if not given. */
  readonly now?: () => number;
  /** A configuration file; the simulation's if not given. */
  readonly configuration?: string;
}

/**
 * A simulated Alertmanager. It answers requests of version 2 of the API, whatever
 * stands before `/api/v2/` in the path, and never rejects. Its silences are in memory; it notifies nobody.
 */
export function createAlertmanager(options: AlertmanagerOptions): (request: Request) => Promise<Response> {
  const { firing, now = () => Date.now(), configuration: original = simulatedConfiguration } = options;
  const configuration = readConfiguration(original);
  const silences = new Silences();
  const startedAt = now();

  async function read(path: string, parameters: URLSearchParams): Promise<unknown> {
    const time = now();
    const alerts = async () => selected(alertsNow(await firing(), configuration, silences, time), parameters);
    switch (path) {
      case 'alerts':
        return alerts();
      case 'alerts/groups':
        return groupsOf(await alerts(), configuration, parameters);
      case 'silences':
        return silences.list(filterOf(parameters), time);
      case 'receivers':
        return configuration.receivers.map((name) => ({ name }));
      case 'status':
        return { ...statusOf(original), uptime: new Date(startedAt).toISOString() };
      default:
        return undefined;
    }
  }

  async function answer(request: Request): Promise<unknown> {
    const { pathname, searchParams } = new URL(request.url);
    const path = pathname.replace(/^.*?\/api\/v2\//, '');
    const id = /^silence\/([^/]+)$/.exec(path)?.[1];
    if (id !== undefined && request.method === 'GET') return silences.describe(id, now());
    if (id !== undefined && request.method === 'DELETE') return silences.expire(id, now());
    if (path === 'silences' && request.method === 'POST') {
      return { silenceID: silences.set(await readJson(request), now()) };
    }
    const found = request.method === 'GET' ? await read(path, searchParams) : undefined;
    if (found === undefined) throw new RequestError(404, `path ${pathname} was not found`);
    return found;
  }

  return async (request) => {
    try {
      const value = await answer(request);
      return value === undefined ? new Response(null, { status: 200 }) : Response.json(value);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      return Response.json(message, { status: error instanceof RequestError ? error.status : 500 });
    }
  };
}

async function readJson(request: Request): Promise<unknown> {
  try {
    return await request.json();
  } catch {
    throw new RequestError(400, 'parsing silence body failed: it is no JSON');
  }
}

const statusOf = (original: string) => ({
  cluster: { status: 'disabled', peers: [] },
  versionInfo: { version: 'embedded', revision: '', branch: '', buildUser: '', buildDate: '', goVersion: '' },
  config: { original },
});
