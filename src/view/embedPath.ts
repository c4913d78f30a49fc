import { readPart } from './pathPart.ts';

/** The path under which a host frames a board (`<pack>/<dashboard>`), or one panel of it alone. */
export function embedPath(board: string, panel?: string): string {
  return `/embed/${board}${panel === undefined ? '' : `/${encodeURIComponent(panel)}`}`;
}

/** The id of the panel that such a path names; null for the whole board. */
export function panelOfPath(path: string): string | null {
  return readPart(path.split('/')[4] ?? '') || null;
}
