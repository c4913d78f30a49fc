import * as v from 'valibot';
import { parse } from 'yaml';
import type { Labels } from '../../src/model/labels.ts';
import { type Matcher, matchesAll } from '../promql/matchers.ts';
import { readMatcher } from './matchers.ts';

/** Routes and inhibition of the shipped Alertmanager (deploy/alertmanager); its receivers, which notify nobody here. */
export const simulatedConfiguration = `# The Alertmanager of the simulation. It notifies nobody.
route:
  group_by: ['alertname', 'cluster', 'service', 'system']
  receiver: 'default'
  routes:
    - matchers: ['severity="critical"']
      receiver: 'critical'
      continue: true
    - matchers: ['severity="warning"']
      receiver: 'warning'
    - receiver: 'default'
inhibit_rules:
  - source_matchers: ['alertname=~"ServiceDown|ContainerDown|ApplicationDown"', 'severity="critical"']
    target_matchers: ['severity="warning"']
    equal: ['system', 'job', 'instance']
receivers:
  - name: 'default'
  - name: 'critical'
  - name: 'warning'
`;

/** A route that an alert takes. */
export interface Route {
  readonly receiver: string;
  readonly groupBy: readonly string[];
}

export interface Configuration {
  readonly receivers: readonly string[];
  /** The routes that an alert with these labels takes, in their order. */
  routesOf(labels: Labels): readonly Route[];
  readonly inhibitRules: readonly InhibitRule[];
}

export interface InhibitRule {
  readonly isSource: (labels: Labels) => boolean;
  readonly isTarget: (labels: Labels) => boolean;
  readonly equal: readonly string[];
}

const texts = v.optional(v.array(v.string()), []);
const routeEntries = {
  receiver: v.optional(v.string()),
  matchers: texts,
  continue: v.optional(v.boolean(), false),
  group_by: v.optional(v.array(v.string())),
};
/** Routes below the first have none below them here. */
const configurationSchema = v.object({
  route: v.object({ ...routeEntries, receiver: v.string(), routes: v.optional(v.array(v.object(routeEntries)), []) }),
  inhibit_rules: v.optional(v.array(v.object({ source_matchers: texts, target_matchers: texts, equal: texts })), []),
  receivers: v.array(v.object({ name: v.string() })),
});

/** Reads a configuration file, as far as it is about who gets what and what inhibits what. Throws on what it cannot read. */
export function readConfiguration(yaml: string): Configuration {
  const { route, inhibit_rules: inhibitRules, receivers } = v.parse(configurationSchema, parse(yaml));
  const root = { receiver: route.receiver, groupBy: route.group_by ?? [] };
  const branches = route.routes.map((branch) => ({
    fits: fitting(branch.matchers),
    goesOn: branch.continue,
    route: { receiver: branch.receiver ?? root.receiver, groupBy: branch.group_by ?? root.groupBy },
  }));
  return {
    receivers: receivers.map(({ name }) => name),
    routesOf(labels) {
      const fit = branches.filter(({ fits }) => fits(labels));
      const last = fit.findIndex(({ goesOn }) => !goesOn);
      const taken = last === -1 ? fit : fit.slice(0, last + 1);
      return taken.length === 0 ? [root] : taken.map((branch) => branch.route);
    },
    inhibitRules: inhibitRules.map((rule) => ({
      isSource: fitting(rule.source_matchers),
      isTarget: fitting(rule.target_matchers),
      equal: rule.equal,
    })),
  };
}

function fitting(written: readonly string[]): (labels: Labels) => boolean {
  const matchers: readonly Matcher[] = written.map(readMatcher);
  return (labels) => matchesAll(matchers, labels);
}
