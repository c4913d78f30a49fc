/** In every page that is measured, before any script of its own: when it is drawn, its clock, and a way to ask again. */
interface Probe {
  /** Resolves with the ms since navigation at which so many panels, and no fewer, were drawn, so many of them as lines. */
  drawn(panels: number, charts: number): Promise<number>;
  /** The ms since navigation at which the lines of the last chart so far were commanded. */
  strokedAt(): number;
  /** Lets the page's clock, and the server's as far as the page knows, go ahead (or back) by so many ms. */
  advance(ms: number): void;
  /** Asks again as a viewer does, by the key r; resolves with the ms until all panels were drawn anew. */
  refresh(panels: number): Promise<number>;
  /** Begins to note the times of frames. */
  watchFrames(): void;
  /** Ends it; the ms from frame to frame. */
  frames(): number[];
}

declare global {
  interface Window {
    readonly bench: Probe;
  }
}

interface Waiting {
  readonly panels: number;
  readonly charts: number;
  resolve(time: number): void;
}

/** What was stroked since navigation, or since it was asked again. */
const painted = new Set<HTMLCanvasElement>();
let strokedAt = 0;
let waiting: Waiting | null = null;
let ahead = 0;

/** The contract of a drawn page, and that the lines of its charts were stroked. */
function isDrawn({ panels, charts }: Waiting): boolean {
  // First what costs next to nothing: this is asked many times.
  if (painted.size < charts || document.documentElement.dataset.app !== 'ready') return false;
  const sections = [...document.querySelectorAll<HTMLElement>('[data-panel-id]')];
  if (sections.length !== panels || sections.some(({ dataset }) => dataset.state === 'loading')) return false;
  const isStroked = (section: HTMLElement) =>
    [...section.querySelectorAll('canvas')].some((canvas) => painted.has(canvas));
  return sections.filter(isStroked).length >= charts;
}

/** After the next frame, so that what was commanded is painted. */
function afterFrame(act: () => void): void {
  const channel = new MessageChannel();
  channel.port1.onmessage = act;
  requestAnimationFrame(() => channel.port2.postMessage(null));
}

let isChecking = false;
/** At the end of the task, once, however much it did. */
function check(): void {
  if (waiting === null || isChecking) return;
  isChecking = true;
  queueMicrotask(() => {
    isChecking = false;
    if (waiting === null || !isDrawn(waiting)) return;
    const { resolve } = waiting;
    waiting = null;
    afterFrame(() => resolve(performance.now()));
  });
}

new MutationObserver(check).observe(document, { subtree: true, attributeFilter: ['data-app', 'data-state'] });

const { stroke } = CanvasRenderingContext2D.prototype;
CanvasRenderingContext2D.prototype.stroke = function (this: CanvasRenderingContext2D, path?: Path2D) {
  if (this.canvas instanceof HTMLCanvasElement && !painted.has(this.canvas)) {
    painted.add(this.canvas);
    strokedAt = performance.now();
    check();
  }
  Reflect.apply(stroke, this, path === undefined ? [] : [path]);
};

const realNow = Date.now;
Date.now = () => realNow() + ahead;

const realFetch = window.fetch;
/** The server's clock moves with the page's. */
function timeReply(): Response {
  const seconds = Date.now() / 1000;
  const data = { resultType: 'scalar', result: [seconds, String(seconds)] };
  return Response.json({ status: 'success', data });
}

window.fetch = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
  if (ahead !== 0 && init?.body instanceof URLSearchParams && init.body.get('query') === 'time()') return timeReply();
  return realFetch(input, init);
};

function drawn(panels: number, charts: number): Promise<number> {
  return new Promise((resolve) => {
    waiting = { panels, charts, resolve };
    check();
  });
}

let frameTimes: number[] | null = null;
function noteFrame(time: number): void {
  if (frameTimes === null) return;
  frameTimes.push(time);
  requestAnimationFrame(noteFrame);
}

const probe: Probe = {
  drawn,
  strokedAt: () => strokedAt,
  advance(ms) {
    ahead += ms;
  },
  async refresh(panels) {
    const since = performance.now();
    painted.clear();
    const done = drawn(panels, panels);
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'r', bubbles: true }));
    return (await done) - since;
  },
  watchFrames() {
    frameTimes = [];
    requestAnimationFrame(noteFrame);
  },
  frames() {
    const times = frameTimes ?? [];
    frameTimes = null;
    return times.slice(1).map((time, i) => time - (times[i] ?? time));
  },
};
Object.defineProperty(window, 'bench', { value: probe });

export {};
