import * as v from 'valibot';
import { type Dashboard, dashboardSchema } from '../../model/dashboard.ts';
import type { ExploreQuery } from '../../view/explored.ts';

/** A panel as a dashboard's file has it. */
export interface WrittenPanel {
  readonly id: string;
  readonly kind: 'timeseries' | 'table';
  readonly title: string;
  readonly span: number;
  readonly height?: number;
  readonly minStep?: string;
  readonly queries: readonly { readonly expr: string; readonly legend?: string; readonly instant?: boolean }[];
}

interface PanelLook extends Pick<WrittenPanel, 'id' | 'kind' | 'title'> {
  readonly span?: number;
  readonly height?: number;
}

/** A panel that shows these queries. */
export function panelOf(queries: readonly ExploreQuery[], look: PanelLook): WrittenPanel {
  return {
    span: 12,
    ...look,
    queries: queries.map(({ expr, legend, mode }) => ({
      expr: expr.trim(),
      ...(legend.trim() !== '' && { legend }),
      // A table asks at one time unless told otherwise, a graph over the range.
      ...((mode === 'instant') !== (look.kind === 'table') && { instant: mode === 'instant' }),
    })),
  };
}

/** A board of nothing but one panel. Throws valibot's error, which would be a mistake of ours. */
export function boardOf(panel: WrittenPanel): Dashboard {
  return v.parse(dashboardSchema, { title: panel.title, section: 'system', rows: [{ panels: [panel] }] });
}

/** An id that a dashboard's file takes. */
export function idOf(title: string): string {
  const words = title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-+|-+$/g, '');
  return words === '' ? 'panel' : words;
}
