import { createElement, type ReactElement } from 'react';
import type { PanelKindId } from '../model/dashboard.ts';
import type { PanelKind, PanelProps, PanelTable } from './contract.ts';
import stat from './stat/index.ts';
import timeseries from './timeseries/index.ts';

/** A panel's options as its dashboard file has them: what `decodeOptions` of its kind takes. */
export type RawOptions = Readonly<Record<string, unknown>>;

/** All a panel gets apart from its options, which are bound already. */
export type BoundPanelProps = Omit<PanelProps<never>, 'options'>;

/** A panel whose options have been decoded, ready to draw. */
export interface BoundPanel {
  readonly render: (props: BoundPanelProps) => ReactElement;
  /** A sentence that tells a listener what is drawn. */
  readonly summary: (props: BoundPanelProps) => string;
  /** The same data as rows, for the table twin and CSV. */
  readonly toTable: (props: BoundPanelProps) => PanelTable;
}

/** A panel kind as the board sees it: what its options look like stays inside. */
export interface BindablePanel {
  /** Decodes the options once; worth memoizing on `raw`. Throws `OptionsError` (model/options.ts). */
  readonly bind: (raw: RawOptions) => BoundPanel;
}

/** What the board must know of a kind before its code is loaded. */
export interface PanelRegistration {
  /** What fills `PanelData`. */
  readonly needs: 'queries' | 'alerts' | 'targets' | 'nothing';
  /** How a query is asked that does not say `instant` itself. */
  readonly prefers: (raw: RawOptions) => 'range' | 'instant';
  /** Height of the whole panel, head included, when the dashboard does not say; CSS pixels. */
  readonly height: number;
  /** Values are read off an axis, so the unit stands beside the title. */
  readonly unitInHead: boolean;
  /** The kind's code. The same promise each time, so that it may be given to React's `use`; after a failure it tries again. */
  readonly load: () => Promise<BindablePanel>;
}

/**
 * Closes a kind over its own type of options. Here, and nowhere else, options of different types become one type: the
 * decoder and the functions that take its result meet inside this generic function, so nothing is cast and no `unknown`
 * gets out.
 */
function bindable<Options>(kind: PanelKind<Options>): BindablePanel {
  return {
    bind: (raw) => {
      const options = kind.decodeOptions(raw);
      return {
        render: (props) => createElement<PanelProps<Options>>(kind.Panel, { ...props, options }),
        summary: (props) => kind.summary({ ...props, options }),
        toTable: (props) => kind.toTable({ ...props, options }),
      };
    },
  };
}

/** A kind that comes with the first download of a board. */
function present<Options>(kind: PanelKind<Options>): PanelRegistration['load'] {
  const loaded = Promise.resolve(bindable(kind));
  return () => loaded;
}

/** A kind that is downloaded when a board has a panel of it. */
function onDemand<Options>(load: () => Promise<{ readonly default: PanelKind<Options> }>): PanelRegistration['load'] {
  let loading: Promise<BindablePanel> | null = null;
  return () => {
    loading ??= load().then(
      (module) => bindable(module.default),
      (error: unknown) => {
        loading = null;
        throw error;
      },
    );
    return loading;
  };
}

const range = () => 'range' as const;
const instant = () => 'instant' as const;
/** The newest value needs one point; a mean or a maximum needs the range it is taken over. */
const byReduction = (raw: RawOptions) => ((raw.reduce ?? 'last') === 'last' ? 'instant' : 'range');

/**
 * Every panel kind there is. Time series and stats, which nearly every board has, are in the board's own download; the
 * others, and with them Recharts and the Markdown parser, come when a board has one.
 */
export const panelRegistry: Readonly<Record<PanelKindId, PanelRegistration>> = {
  timeseries: { needs: 'queries', prefers: range, height: 300, unitInHead: true, load: present(timeseries) },
  stat: { needs: 'queries', prefers: range, height: 132, unitInHead: false, load: present(stat) },
  gauge: {
    needs: 'queries',
    prefers: byReduction,
    height: 220,
    unitInHead: false,
    load: onDemand(() => import('./gauge/index.ts')),
  },
  bar: {
    needs: 'queries',
    prefers: byReduction,
    height: 300,
    unitInHead: true,
    load: onDemand(() => import('./bar/index.ts')),
  },
  pie: {
    needs: 'queries',
    prefers: byReduction,
    height: 300,
    unitInHead: false,
    load: onDemand(() => import('./pie/index.ts')),
  },
  table: {
    needs: 'queries',
    prefers: byReduction,
    height: 300,
    unitInHead: false,
    load: onDemand(() => import('./table/index.ts')),
  },
  heatmap: {
    needs: 'queries',
    prefers: range,
    height: 300,
    unitInHead: true,
    load: onDemand(() => import('./heatmap/index.ts')),
  },
  'state-timeline': {
    needs: 'queries',
    prefers: range,
    height: 300,
    unitInHead: false,
    load: onDemand(() => import('./state-timeline/index.ts')),
  },
  text: {
    needs: 'nothing',
    prefers: instant,
    height: 160,
    unitInHead: false,
    load: onDemand(() => import('./text/index.ts')),
  },
  alerts: {
    needs: 'alerts',
    prefers: instant,
    height: 300,
    unitInHead: false,
    load: onDemand(() => import('./alerts/index.ts')),
  },
  targets: {
    needs: 'targets',
    prefers: instant,
    height: 300,
    unitInHead: false,
    load: onDemand(() => import('./targets/index.ts')),
  },
  grafana: {
    needs: 'nothing',
    prefers: instant,
    height: 320,
    unitInHead: false,
    load: onDemand(() => import('./grafana/index.ts')),
  },
};
