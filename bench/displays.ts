import { setTimeout as delay } from 'node:timers/promises';
import type { Request } from '@playwright/test';
import type { Stand } from './stand/stand.ts';
import type { TappedQuery } from './stand/tap.ts';
import { type Place, visitAll } from './stand/visit.ts';
import type { Row, Suite } from './suite.ts';

/** Ms; the board's step and its refresh. */
const step = 15_000;
const counts = [1, 10, 100];
const attempts = 3;
/** Pages that really run; the others send what one of these sends. */
const real = 3;
/** Ms of the step within which all displays have asked. */
const spread = 9000;

/** Ms for which the gateway knows what time the server has: none of these displays is spared the question by those before it. */
const timeKept = 30_000;

const place: Place = {
  path: '/d/bench/display?refresh=15s',
  panels: 8,
  charts: 3,
  viewport: { width: 1920, height: 1080 },
};

/** The form as a display would send it so many ms later: one that asks for a second of its own asks for a later one. */
function laterForm(body: string, ms: number): string {
  const form = new URLSearchParams(body);
  const time = Number(form.get('time') ?? 0) * 1000;
  if (time % step === 0) return body;
  form.set('time', String(Math.floor((time + ms) / 1000)));
  return form.toString();
}

/** Sends a request again as so many other displays would: each at another moment of the same step. */
function sendCopies(stand: Stand, request: Request, copies: number, sent: Promise<unknown>[]): void {
  if (!request.url().startsWith(`${stand.url}/api/ds/`)) return;
  const left = Math.max(500, spread - (Date.now() % step));
  const [method, body] = [request.method(), request.postData()];
  const headers = { 'content-type': request.headers()['content-type'] ?? '', accept: 'application/json' };
  for (let i = 1; i <= copies; i++) {
    const wait = (left * i) / copies;
    const send = async () => {
      await delay(wait);
      const answer = await fetch(request.url(), { method, headers, body: body && laterForm(body, wait) });
      await answer.arrayBuffer();
    };
    sent.push(send());
  }
}

/** Queries that reached Prometheus. */
interface Upstream {
  readonly load: number;
  readonly refresh: number;
  /** Those of both that ask for this very moment: no two of them are the same question. */
  readonly ofNow: number;
  /** Queries that the displays sent. */
  readonly asked: number;
}

/** What a query is about, epoch ms; 0 for one that is about now. */
const dateOf = ({ form }: TappedQuery): number => Number(form.get('end') ?? form.get('time') ?? 0) * 1000;

const isOfNow = ({ endpoint, form }: TappedQuery): boolean => endpoint === 'query' && !form.has('time');

/**
 * Loads a board on so many displays, lets them refresh once, and counts. On a machine so busy that one of them is loaded in the next
 * step it asks for whole ranges where the others ask for their tails, which is no refresh: that is done again.
 */
async function upstreamQueries(stand: Stand, displays: number): Promise<Upstream> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const upstream = await countOnce(stand, displays);
    if (upstream !== null) return upstream;
  }
  throw new Error(`${displays} displays were not loaded within ${step / 1000} s, ${attempts} times`);
}

/** Null where not all were loaded within one step. */
async function countOnce(stand: Stand, displays: number): Promise<Upstream | null> {
  const pages = Math.min(displays, real);
  const sent: Promise<unknown>[] = [];
  let asked = 0;
  const onRequest = (request: Request) => {
    if (request.url().includes('/api/v1/query')) asked += displays;
    sendCopies(stand, request, displays - pages, sent);
  };
  await delay(step - (Date.now() % step) + 500);
  stand.tap.take();
  const loadedAt = Date.now() - (Date.now() % step);
  const places = Array.from({ length: pages }, (_, i) => (i === 0 ? { ...place, onRequest } : place));
  let isLate = false;
  await visitAll(stand, places, async () => {
    isLate = Date.now() >= loadedAt + step;
    await delay(step - (Date.now() % step));
    await Promise.all(sent);
    await delay(step - 200 - (Date.now() % step));
    await Promise.all(sent);
  });
  if (isLate) return null;
  // On a machine that is busy the refresh after is begun meanwhile: it is not counted.
  const counted = stand.tap.take().filter((query) => dateOf(query) <= loadedAt + step);
  const load = counted.filter((query) => dateOf(query) <= loadedAt).length;
  return { load, refresh: counted.length - load, ofNow: counted.filter(isOfNow).length, asked };
}

/** What a hundred walls cost. */
export const displaysSuite: Suite = {
  name: 'displays',
  title: 'Displays of one board behind the gateway',
  about: `Queries that reach Prometheus: a board of stats, time series, a quantile of a histogram and its heatmap is loaded and refreshed once.
Of 10 and 100 displays ${real} are pages; the others send what one of those sends, each at another moment of the same step. A query "of now" names no time: what
time the server has, which the gateway counts on from one answer.`,
  columns: ['asked of the gateway', 'upstream at the load', 'upstream at a refresh', 'of now'],
  run: async (stand) => {
    const started = await stand();
    let alone = Number.NaN;
    const rows: Row[] = [];
    for (const displays of counts) {
      await delay(timeKept);
      const { load, refresh, ofNow, asked } = await upstreamQueries(started, displays);
      const total = load + refresh;
      if (displays === 1) alone = total;
      rows.push({
        what: displays === 1 ? '1 display' : `${displays} displays`,
        figures: [asked, load, refresh, ofNow].map((count) => count.toLocaleString('en')),
        budget: displays === 1 ? null : { figure: total, limit: alone, unit: ' in all' },
      });
    }
    return rows;
  },
};
