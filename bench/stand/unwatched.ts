import { readFileSync } from 'node:fs';
import type { CDPSession } from '@playwright/test';
import * as v from 'valibot';
import type { Stand } from './stand.ts';
import { type Place, patience } from './visit.ts';

/** What a visit took, ms: from navigation to drawn, and of the main thread's processor time until then. */
export interface Visit {
  readonly drawn: number;
  readonly mainThread: number;
}

const replySchema = v.object({
  id: v.number(),
  result: v.optional(v.unknown()),
  error: v.optional(v.object({ message: v.string() })),
});
const evaluatedSchema = v.object({
  result: v.object({ value: v.optional(v.number()) }),
  exceptionDetails: v.optional(v.unknown()),
});
const metricsSchema = v.object({ metrics: v.array(v.object({ name: v.string(), value: v.number() })) });

type Send = (method: string, params?: object) => Promise<unknown>;

/** A way to talk to a target of the browser, none of whose inspectors has been turned on. */
async function talkTo(browser: CDPSession, targetId: string): Promise<Send> {
  const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: false });
  const waiting = new Map<number, (reply: v.InferOutput<typeof replySchema>) => void>();
  let last = 0;
  browser.on('Target.receivedMessageFromTarget', ({ message, sessionId: from }) => {
    if (from !== sessionId) return;
    const reply = v.safeParse(replySchema, JSON.parse(message));
    if (reply.success) waiting.get(reply.output.id)?.(reply.output);
  });
  return async (method, params = {}) => {
    const id = ++last;
    const reply = new Promise<v.InferOutput<typeof replySchema>>((resolve) => waiting.set(id, resolve));
    await browser.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method, params }) });
    const { result, error } = await reply;
    if (error !== undefined) throw new Error(`${method}: ${error.message}`);
    return result;
  };
}

/**
 * Opens a page in a browser context of its own, with nothing cached, as a viewer does: with no inspector turned on in it. One
 * that watches for uncaught errors has each Error keep where it was made, and for those that React makes when it starts V8 parses
 * React a second time, which takes as long as a tenth of all that the page does. Rejects when it is not drawn in time.
 */
export async function visitUnwatched(stand: Stand, place: Place): Promise<Visit> {
  const { path, viewport, panels, charts = panels, slowdown = 1 } = place;
  const browser = await stand.browser.newBrowserCDPSession();
  const { browserContextId } = await browser.send('Target.createBrowserContext');
  try {
    const { targetId } = await browser.send('Target.createTarget', { url: 'about:blank', browserContextId });
    const send = await talkTo(browser, targetId);
    await send('Emulation.setDeviceMetricsOverride', { ...viewport, deviceScaleFactor: 1, mobile: false });
    if (slowdown > 1) await send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    await send('Page.enable');
    await send('Page.addScriptToEvaluateOnNewDocument', { source: readFileSync(stand.scripts.probe, 'utf8') });
    await send('Performance.enable');
    await send('Page.navigate', { url: stand.url + path });
    const drawn = await drawnBy(send, `window.bench.drawn(${panels}, ${charts})`, path);
    const { metrics } = v.parse(metricsSchema, await send('Performance.getMetrics'));
    const mainThread = 1000 * (metrics.find(({ name }) => name === 'ThreadTime')?.value ?? Number.NaN);
    return { drawn, mainThread };
  } finally {
    await browser.send('Target.disposeBrowserContext', { browserContextId });
    await browser.detach();
  }
}

async function drawnBy(send: Send, expression: string, path: string): Promise<number> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${path} is not drawn after ${patience / 1000} s`)), patience);
  });
  try {
    const told = await Promise.race([send('Runtime.evaluate', { expression, awaitPromise: true }), late]);
    const { result, exceptionDetails } = v.parse(evaluatedSchema, told);
    if (result.value === undefined) throw new Error(`${path} failed: ${JSON.stringify(exceptionDetails)}`);
    return result.value;
  } finally {
    clearTimeout(timer);
  }
}
