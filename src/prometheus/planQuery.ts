import { formatDuration } from '../model/duration.ts';
import { interpolate, type VariableValues } from './interpolate.ts';
import type { QueryPlan } from './plan.ts';
import { alignRange, pointsForWidth, rateInterval, stepFor } from './step.ts';

/** All that decides what is asked. Durations are ms. */
export interface PlanRequest {
  readonly dataSource: string;
  /** PromQL with variables and `$__rate_interval` and its kin still in it. */
  readonly expr: string;
  /** Ask for one point, at the end of the span. */
  readonly instant: boolean;
  /** Epoch ms on the server's clock. */
  readonly span: { readonly from: number; readonly to: number };
  /** CSS pixels that the answer is drawn on. */
  readonly width: number;
  readonly minStep?: number;
  /** Exactly this step, whatever the width; the server refuses more points than it allows. */
  readonly step?: number | undefined;
  readonly scrapeInterval: number;
  readonly variables: VariableValues;
  /** The least `$__rate_interval`. */
  readonly rateFloor?: number;
  /** Zone whose days a step of whole days follows; UTC. */
  readonly timeZone?: string;
}

const SECOND = 1000;

/**
 * Plans one query, as section 5 of the design has it. An instant query asks for the whole second at or before the end
 * of the span, so that panels of one tick share it. Throws InterpolationError.
 */
export function planQuery(request: PlanRequest): QueryPlan {
  const { dataSource, span, width, minStep = 0, scrapeInterval, timeZone } = request;
  const range = Math.max(0, span.to - span.from);
  const step = request.step ?? stepFor({ range, points: pointsForWidth(width), scrapeInterval, minStep });
  // Most name no variable, and each is planned at each tick.
  const isPlain = !request.expr.includes('$');
  const expr = isPlain ? request.expr : interpolate(request.expr, request.variables, builtins(request, step));
  if (request.instant) return { kind: 'instant', dataSource, expr, time: span.to - (span.to % SECOND) };
  return { kind: 'range', dataSource, expr, ...alignRange(span, step, timeZone), step };
}

/** The built-in variables: durations as PromQL has them, with `_ms` and `_s` as plain numbers; `__from` and `__to` epoch ms. */
function builtins({ span, scrapeInterval, rateFloor }: PlanRequest, step: number): ReadonlyMap<string, string> {
  const { start, end } = alignRange(span, step);
  const durations = {
    __interval: step,
    __rate_interval: rateInterval(step, scrapeInterval, rateFloor),
    __range: Math.max(SECOND, span.to - span.from),
  };
  const names = new Map<string, string>();
  for (const [name, ms] of Object.entries(durations)) names.set(name, formatDuration(ms));
  for (const [name, ms] of Object.entries({ ...durations, __from: start, __to: end })) {
    names.set(`${name}_ms`, String(ms));
    names.set(`${name}_s`, String(Math.round(ms / SECOND)));
  }
  return names.set('__from', String(start)).set('__to', String(end));
}
