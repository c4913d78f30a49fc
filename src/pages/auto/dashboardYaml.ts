import { stringify } from 'yaml';
import type { Dashboard } from '../../model/dashboard.ts';

/** A dashboard as the file of a pack, which decodes to the same; what is as by default is left out. */
export function dashboardYaml(dashboard: Dashboard): string {
  return stringify(shortened(dashboard), { lineWidth: 0 });
}

/** By key what a file need not say. */
const byDefault: Readonly<Record<string, string>> = {
  range: '"now-1h"',
  refresh: '"30s"',
  variables: '[]',
  collapsed: 'false',
  unit: '"short"',
  alerts: '[]',
  options: '{}',
  thresholds: '[]',
  mappings: '[]',
};

/** The same without what is as by default, and with one text where the languages agree. */
function shortened(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shortened);
  if (typeof value !== 'object' || value === null) return value;
  if ('en' in value && 'pt-BR' in value && value.en === value['pt-BR']) return value.en;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, one]) => {
      if (one === undefined || JSON.stringify(one) === byDefault[key]) return [];
      // What is by default within them is for their kind to say.
      return [[key, key === 'options' ? one : shortened(one)]];
    }),
  );
}
