import { en } from '../i18n/en/index.ts';
import type { Labels } from '../model/labels.ts';
import type { PanelEnvironment, PanelProps } from '../panels/contract.ts';

/** 2026-01-15 12:00 in UTC, epoch ms. */
export const noon = Date.UTC(2026, 0, 15, 12);

/** A board of no panels but this one, in English and UTC. */
export function panelEnvironment(given: Partial<PanelEnvironment> = {}): PanelEnvironment {
  return {
    panelId: 'panel',
    title: 'Panel',
    language: 'en',
    messages: en,
    timeZone: 'UTC',
    theme: 'light',
    surface: 'page',
    now: noon,
    scrapeInterval: 15_000,
    crosshair: { get: () => null, set: () => {}, subscribe: () => () => {} },
    colorSlots: (names) => names.map((_, i) => i),
    interpolate: (text) => text,
    grafanaUrl: () => null,
    ...given,
  };
}

/** Props of a panel that has these options and, as far as given, this data and environment. */
export function panelProps<Options>(
  options: Options,
  given: {
    readonly data?: Partial<PanelProps<Options>['data']>;
    readonly environment?: Partial<PanelEnvironment>;
    readonly size?: PanelProps<Options>['size'];
  } = {},
): PanelProps<Options> {
  return {
    options,
    size: given.size ?? { width: 480, height: 240 },
    data: { results: [], alerts: [], targets: [], ...given.data },
    range: { from: noon - 3_600_000, to: noon },
    onZoom: () => {},
    environment: panelEnvironment(given.environment),
  };
}

/** The answer of an instant query at noon: one series for each pair of labels and value. */
export function instantResult(
  series: readonly (readonly [labels: Labels, value: number])[],
  query: Partial<PanelProps<never>['data']['results'][number]['query']> = {},
): PanelProps<never>['data']['results'][number] {
  return {
    query: { expr: 'up', ...query },
    frame: {
      kind: 'instant',
      times: Float64Array.of(noon),
      step: 0,
      series: series.map(([labels, value]) => ({
        labels,
        values: Float64Array.of(value),
        present: null,
        histograms: null,
      })),
    },
  };
}
