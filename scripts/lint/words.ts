import { lint } from '../../src/i18n/en/pages/lint.ts';
import type { LintRule } from '../../src/prometheus/lint/finding.ts';
import type { PanelRule } from './lintPanel.ts';

/** What is wrong and what to do, by rule: as Explore says it, but to who writes a pack. */
export const words: Readonly<Record<LintRule | PanelRule, string>> = {
  ...lint,
  'short-window': 'is shorter than four scrapes: one that is missed empties it. Use $__rate_interval, or a longer one.',
  'unknown-metric': 'is exported by nobody.',
  'unknown-unit': 'is no unit that Mirante knows. For free text write suffix:...',
  'rounded-share':
    'is a share whose decimals write 99.97 % as all, or 0.04 % as nothing. Leave decimals out: three significant digits never do.',
  'idle-override':
    'is the id of no query here and fits no whole name of a series in each language. Give the query this id.',
};
