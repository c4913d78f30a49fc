import { http } from 'msw';
import { createFleet } from '../../mocks/fleet/fleet.ts';
import type { FleetTarget } from '../../mocks/fleet/types.ts';
import { createPrometheus, type PrometheusOptions } from '../../mocks/prometheus/prometheus.ts';
import type { Labels } from '../model/labels.ts';
import { remarking } from './tappedPrometheus.ts';

interface EmbeddedOptions extends PrometheusOptions {
  /** By endpoint, what its replies say beside their data. */
  readonly remarks: Readonly<Record<string, object>>;
}

/**
 * A handler of a mock server that answers for every data source out of the embedded Prometheus: without options the whole
 * simulated fleet and no rules, now. A test that needs few series names its targets, which is faster.
 */
export function embeddedPrometheus({
  targets = createFleet(),
  ruleFiles = [],
  remarks = {},
  ...rest
}: Partial<EmbeddedOptions> = {}) {
  const respond = remarking(createPrometheus({ targets, ruleFiles, ...rest }), remarks);
  return http.all('*/api/ds/:id/api/v1/*', ({ request }) => respond(request));
}

/** What a series reads: always the same, or by epoch ms; null: nothing. */
type Reading = number | ((time: number) => number | null);

interface GaugeTargetOptions {
  readonly instance?: string;
  readonly isUp?: boolean;
  /** Of every series. */
  readonly labels?: Labels;
}

/** A target with a gauge for each name. */
export function gaugeTarget(
  job: string,
  readings: Readonly<Record<string, Reading>>,
  { instance = `${job}:80`, isUp = true, labels = {} }: GaugeTargetOptions = {},
): FleetTarget {
  const families = Object.entries(readings).map(([name, reading]) => {
    const valueAt = typeof reading === 'number' ? () => reading : reading;
    return { name, help: '', type: 'gauge' as const, series: [{ name, labels, valueAt }] };
  });
  return { job, instance, metricsPath: '/metrics', families, isUpAt: () => isUp };
}
