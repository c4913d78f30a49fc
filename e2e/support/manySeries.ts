import type { IncomingMessage, ServerResponse } from 'node:http';
import { type PageServer, serve } from './pages.ts';

/** A server with more series of one metric than anybody can look at. */
export interface ManySeries extends PageServer {
  /** Range queries so far, each with whether it was taken back before the whole answer was written. */
  readonly asked: readonly { readonly expr: string; readonly isTakenBack: boolean }[];
}

/** Bytes that are written at once. */
const PIECE = 256 * 1024;

/** Speaks as much of Prometheus's API as a board asks; every metric has `count` series by `zone` (4), `host` (20) and `path`. */
export function serveManySeries(count: number): Promise<ManySeries> {
  const asked: { expr: string; isTakenBack: boolean }[] = [];
  return serve((request, response) => {
    void answer(request, response).catch((error: unknown) => response.destroy(new Error(String(error))));
  }).then((server) => ({ ...server, asked }));

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const form = new URLSearchParams(body === '' ? searchParams : body);
    response.setHeader('content-type', 'application/json');
    // No connection is kept for later: while answers are made, nobody would notice that it has been closed.
    response.setHeader('connection', 'close');
    if (!pathname.endsWith('/query_range')) {
      const data = pathname.endsWith('/targets') ? { activeTargets: [] } : { resultType: 'vector', result: [] };
      response.end(JSON.stringify({ status: 'success', data }));
      return;
    }
    const expr = form.get('query') ?? '';
    const record = { expr, isTakenBack: false };
    asked.push(record);
    const pieces = matrix(seriesOf(expr, count), {
      start: Number(form.get('start')),
      end: Number(form.get('end')),
      step: Number(form.get('step')),
    });
    const closed = new Promise<void>((resolve) => response.once('close', resolve));
    for (const piece of pieces) {
      if (response.destroyed) {
        record.isTakenBack = true;
        return;
      }
      // A viewer who has had enough is felt here: what is not read is not written.
      const isTaken = response.write(piece);
      const next = new Promise<void>((resolve) => (isTaken ? setImmediate(resolve) : response.once('drain', resolve)));
      await Promise.race([next, closed]);
    }
    response.end();
  }
}

/** The labels of the series that an expression gives. */
function seriesOf(expr: string, count: number): Record<string, string>[] {
  const list = (length: number, labels: (i: number) => Record<string, string>) =>
    Array.from({ length }, (_, i) => labels(i));
  const by = /^sum by \((\w+)\)/.exec(expr)?.[1];
  if (by !== undefined) return list(by === 'zone' ? 4 : 20, (i) => ({ [by]: `${by}-${i}` }));
  const one = (i: number) => ({
    __name__: 'http_requests',
    host: `host-${i % 20}`,
    path: `/item/${i}`,
    zone: `zone-${i % 4}`,
  });
  return list(expr.startsWith('topk(') ? 20 : count, one);
}

function* matrix(
  series: readonly Record<string, string>[],
  { start, end, step }: { readonly start: number; readonly end: number; readonly step: number },
): Generator<string> {
  const times: number[] = [];
  for (let time = start; time <= end; time += step) times.push(time);
  // Series share a few shapes: they are written faster than they are read.
  const shapes = Array.from({ length: 23 }, (_, shape) =>
    times.map((time) => `[${time},"${(50 + shape + 40 * Math.sin(time / 600 + shape)).toFixed(6)}"]`).join(','),
  );
  let piece = '{"status":"success","data":{"resultType":"matrix","result":[';
  for (const [i, metric] of series.entries()) {
    piece += `${i === 0 ? '' : ','}{"metric":${JSON.stringify(metric)},"values":[${shapes[i % shapes.length]}]}`;
    if (piece.length >= PIECE) {
      yield piece;
      piece = '';
    }
  }
  yield `${piece}]}}`;
}
