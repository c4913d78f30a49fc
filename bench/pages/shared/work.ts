/** What a page has to ask and to draw: the same as Mirante asks and draws. */
export interface Work {
  /** One panel each. */
  readonly exprs: readonly string[];
  /** Seconds. */
  readonly range: number;
  /** Seconds. */
  readonly step: number;
  /** Panels side by side. */
  readonly columns: number;
  /** CSS pixels of one panel. */
  readonly width: number;
  readonly height: number;
}

/** A series as Prometheus writes it. */
export interface WireSeries {
  readonly values: readonly (readonly [time: number, value: string])[];
}

/** Reads the address of this page; `addressOf` writes it. */
export function readWork(): Work {
  const search = new URLSearchParams(location.search);
  const number = (name: string) => Number(search.get(name));
  return {
    exprs: search.getAll('expr'),
    range: number('range'),
    step: number('step'),
    columns: number('columns'),
    width: number('width'),
    height: number('height'),
  };
}

/** The path of one of the bench's own pages with its work. */
export function addressOf(page: 'bare' | 'library' | 'uplot', { exprs, ...numbers }: Work): string {
  const search = new URLSearchParams(Object.entries(numbers).map(([name, value]) => [name, String(value)]));
  for (const expr of exprs) search.append('expr', expr);
  return `/bench/${page}/?${search}`;
}

interface Reply {
  readonly data: { readonly result: readonly WireSeries[] };
}

/** Start and end of the range at this moment, epoch seconds, aligned as Mirante aligns them. */
export function spanOf({ range, step }: Work): { readonly start: number; readonly end: number } {
  const now = Date.now() / 1000;
  const align = (time: number) => Math.floor(time / step) * step;
  return { start: align(now - range), end: align(now) };
}

/** Asks for one expression over a span. */
export async function ask(
  expr: string,
  { start, end }: { readonly start: number; readonly end: number },
  step: number,
): Promise<readonly WireSeries[]> {
  const body = new URLSearchParams({ query: expr, start: String(start), end: String(end), step: String(step) });
  const response = await fetch('/api/ds/prometheus/api/v1/query_range', { method: 'POST', body });
  const reply: Reply = await response.json();
  return reply.data.result;
}

/** A panel of the contract by which a page is known to be drawn. */
export function addPanel(id: string): HTMLElement {
  const section = document.createElement('section');
  section.dataset.panelId = id;
  section.dataset.state = 'loading';
  document.body.append(section);
  return section;
}

/** A color of its own for each series. */
export const colorOf = (index: number): string => `hsl(${(index * 47) % 360} 60% 45%)`;

/** Calls `act` at the key by which a viewer asks again. */
export function onRefresh(act: () => void): void {
  document.addEventListener('keydown', ({ key }) => key === 'r' && act());
}
