import type { ComponentType } from 'react';
import type { Messages } from '../i18n/messages.ts';
import type { Absence } from '../model/absence.ts';
import type { Alert } from '../model/alert.ts';
import type { GrafanaLink, PanelQuery } from '../model/dashboard.ts';
import type { Frame } from '../model/frame.ts';
import type { Labels } from '../model/labels.ts';
import type { Language } from '../model/language.ts';
import type { Target } from '../model/target.ts';

/** The answer to one of the panel's queries. */
export interface PanelResult {
  readonly query: PanelQuery;
  readonly frame: Frame;
  /** The same query over the range moved back by the panel's `compare` option, where it has one; its times are those of then. */
  readonly previous?: Frame | undefined;
  /** Why the query has no value at all now, where the board has found that out. */
  readonly absence?: Absence | undefined;
}

/**
 * What a panel draws. The panel frame around it says loading, errors and emptiness: a panel is only rendered when there
 * is something to draw, and draws whatever is in `results`, `alerts` or `targets`.
 */
export interface PanelData {
  /** One per query that has answered, in the order of the queries. */
  readonly results: readonly PanelResult[];
  /** For kinds that need `alerts`. */
  readonly alerts: readonly Alert[];
  /** For kinds that need `targets`. */
  readonly targets: readonly Target[];
  /** Labels of the targets that are down; asked for where a series has no value now. */
  readonly down?: readonly Labels[] | undefined;
}

/** An absolute stretch of time, epoch milliseconds. */
export interface TimeSpan {
  readonly from: number;
  readonly to: number;
}

/** The pointer's time (epoch ms), shared by the charts of a board. A chart ignores what it set itself (`source`). */
export interface Crosshair {
  get(): { time: number; source: string } | null;
  set(at: { time: number; source: string } | null): void;
  /** Calls back on each change; returns the unsubscriber. */
  subscribe(listener: () => void): () => void;
}

/** Where and for whom a panel is drawn. Built by the board; panels have no other access to the world around them. */
export interface PanelEnvironment {
  readonly panelId: string;
  readonly title: string;
  readonly language: Language;
  readonly messages: Messages;
  /** A zone: see model/timeZone.ts. */
  readonly timeZone: string;
  readonly theme: 'light' | 'dark';
  readonly surface: 'page' | 'wall' | 'embed';
  /** The server's time of this tick, epoch ms. */
  readonly now: number;
  /** The longest time between two samples that still counts as unbroken, ms; 0 when unknown. */
  readonly scrapeInterval: number;
  readonly crosshair: Crosshair;
  /**
   * A slot for each series name of a panel, in the same order: 0 first, 1 second, ... `charts/palette` makes it a color.
   * Slots are distinct within a panel, and a name keeps its slot across the panels of a board where it can.
   */
  colorSlots(seriesNames: readonly string[]): readonly number[];
  /** Puts variables into a text (text panels, links). */
  interpolate(text: string): string;
  /** Address of the Grafana panel or dashboard with range, variables, theme and refresh; null without `GRAFANA_URL`. */
  grafanaUrl(link: GrafanaLink, mode: 'solo' | 'full'): string | null;
}

/** All a panel gets. No global hooks inside. */
export interface PanelProps<Options> {
  readonly options: Options;
  /** Inner size of the panel's body, CSS pixels. */
  readonly size: { readonly width: number; readonly height: number };
  readonly data: PanelData;
  readonly range: TimeSpan;
  /** A span the viewer dragged; null to undo the last zoom. */
  readonly onZoom: (span: TimeSpan | null) => void;
  readonly environment: PanelEnvironment;
}

/** What `panels/<kind>/index.ts` exports as its default. */
export interface PanelKind<Options> {
  /** Decodes `{unit, decimals, ..., ...panel.options}`. Throws `OptionsError` (model/options.ts) with the path of what is wrong. */
  readonly decodeOptions: (raw: unknown) => Options;
  readonly Panel: ComponentType<PanelProps<Options>>;
  /** A sentence that tells a listener what is drawn: figures, trend, extremes. */
  readonly summary: (props: PanelProps<Options>) => string;
  /** The same data as rows, for the table twin and CSV. */
  readonly toTable: (props: PanelProps<Options>) => PanelTable;
}

/** Rows behind a panel: `raw` for machines (CSV), `text` as written on screen. */
export interface PanelTable {
  readonly columns: readonly { readonly name: string; readonly numeric: boolean }[];
  readonly rows: readonly (readonly { readonly text: string; readonly raw: string | number | null }[])[];
}
