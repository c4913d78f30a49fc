import type { FleetTarget } from '../fleet/types.ts';
import { PromqlError } from '../promql/errors.ts';
import { ApiError } from './api/errors.ts';
import { failure, plainText, refusal, success } from './api/reply.ts';
import { routeOf } from './api/routes.ts';
import { type Server, upToNow } from './api/server.ts';
import { createRules } from './rules/rules.ts';
import { createSchedule } from './store/scrapes.ts';
import { createStore, type StoreOptions } from './store/store.ts';
import type { RuleFile } from './types.ts';

export interface PrometheusOptions {
  readonly targets: readonly FleetTarget[];
  readonly ruleFiles: readonly RuleFile[];
  /** Epoch ms; the machine's clock if not given. */
  readonly now?: () => number;
  /** When the targets are scraped, where it matters. */
  readonly scrapes?: StoreOptions;
}

/**
 * A Prometheus over a simulated fleet. It answers any request of the HTTP API, whatever stands before `/api/v1/` in the
 * path, and never rejects.
 */
export function createPrometheus(options: PrometheusOptions): (request: Request) => Promise<Response> {
  const { targets, ruleFiles, now = () => Date.now(), scrapes } = options;
  const rules = createRules(ruleFiles, createStore(targets, scrapes));
  const store = upToNow(rules.store, now);
  const schedule = createSchedule(scrapes);
  const server: Server = { targets, ruleFiles, rules, store, schedule, startedAt: now(), now };

  return async (request) => {
    const { pathname, searchParams } = new URL(request.url);
    const probe = /\/-\/(healthy|ready)$/.exec(pathname)?.[1];
    if (probe) return plainText(200, `Prometheus Server is ${probe === 'ready' ? 'Ready' : 'Healthy'}.\n`);
    const route = routeOf(pathname.replace(/^.*?\/api\/v1\//, ''));
    if (!route) return refusal(404);
    if (!route.methods.includes(request.method)) return refusal(405, route.methods);
    try {
      const parameters = await readParameters(request, searchParams);
      if (request.signal.aborted) throw new ApiError('canceled', 'query was canceled in expression evaluation');
      return success(route.answer(parameters, server));
    } catch (error) {
      if (error instanceof ApiError) return failure(error);
      if (error instanceof PromqlError) return failure(new ApiError(error.errorType, error.message));
      return failure(new ApiError('internal', error instanceof Error ? error.message : String(error)));
    }
  };
}

/** What a form and the address say; the form comes first. */
async function readParameters(request: Request, ofAddress: URLSearchParams): Promise<URLSearchParams> {
  const isForm = request.headers.get('content-type')?.startsWith('application/x-www-form-urlencoded') ?? false;
  const form = request.method === 'POST' && isForm ? await request.text() : '';
  return new URLSearchParams([...new URLSearchParams(form), ...ofAddress]);
}
