import { useEffect, useMemo, useState } from 'react';
import type { Panel } from '../model/dashboard.ts';
import { type BindablePanel, type BoundPanel, panelRegistry, type RawOptions } from '../panels/registry.ts';

type Loading = { status: 'loading' } | { status: 'loaded'; kind: BindablePanel } | { status: 'failed'; error: unknown };

/** The panel's kind with its options decoded, once its code is there. */
export type PanelKindState =
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly bound: BoundPanel }
  /** `not-loaded`: the code did not come. `bad-options`: the dashboard file is wrong; the error says where. */
  | { readonly status: 'not-loaded'; readonly error: unknown }
  | { readonly status: 'bad-options'; readonly error: unknown };

/** What the kind's decoder takes: how values are written and judged, and the kind's own options. */
export function rawOptionsOf(panel: Panel): RawOptions {
  const { unit, decimals, min, max, thresholds, mappings, options } = panel;
  const field = { unit, decimals, min, max, thresholds, mappings };
  const given = Object.fromEntries(Object.entries(field).filter(([, value]) => value !== undefined));
  return { ...given, ...options };
}

/** Loads the code of a panel's kind and binds it to the panel's options. */
export function usePanelKind(panel: Panel): PanelKindState {
  const [loading, setLoading] = useState<Loading>({ status: 'loading' });
  useEffect(() => {
    let wanted = true;
    panelRegistry[panel.kind].load().then(
      (kind) => wanted && setLoading({ status: 'loaded', kind }),
      (error: unknown) => wanted && setLoading({ status: 'failed', error }),
    );
    return () => {
      wanted = false;
    };
  }, [panel.kind]);
  return useMemo(() => {
    if (loading.status === 'loading') return { status: 'loading' };
    if (loading.status === 'failed') return { status: 'not-loaded', error: loading.error };
    try {
      return { status: 'ready', bound: loading.kind.bind(rawOptionsOf(panel)) };
    } catch (error) {
      return { status: 'bad-options', error };
    }
  }, [loading, panel]);
}
