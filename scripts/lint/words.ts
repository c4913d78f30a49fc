import { lint } from '../../src/i18n/en/pages/lint.ts';
import type { LintRule } from '../../src/prometheus/lint/finding.ts';

/** What is wrong and what to do, by rule: as Explore says it, but to who writes a pack; `unknown-unit` is found in dashboards only. */
export const words: Readonly<Record<LintRule | 'unknown-unit', string>> = {
  ...lint,
  'short-window': 'is shorter than four scrapes: one that is missed empties it. Use $__rate_interval, or a longer one.',
  'unknown-metric': 'is exported by nobody.',
  'unknown-unit': 'is no unit that Mirante knows. For free text write suffix:...',
};
