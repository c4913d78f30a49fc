import { join } from 'node:path';
import * as v from 'valibot';
import { createFleet } from '../../mocks/fleet/fleet.ts';
import { createPrometheus } from '../../mocks/prometheus/prometheus.ts';
import { packParents, readPackFolder } from '../../server/packs/packFiles.ts';
import { readRuleFiles } from '../../server/packs/ruleFiles.ts';
import { dashboardSchema } from '../../src/model/dashboard.ts';
import { metricNames } from '../../src/prometheus/analysis.ts';
import { createPrometheusClient, type PrometheusClient } from '../../src/prometheus/client.ts';
import { lintExpression } from '../../src/prometheus/lint/lintExpression.ts';
import { planFor } from '../stack/packPlans.ts';
import { packQuestions } from '../stack/packQuestions.ts';
import { allows, readExceptions } from './exceptions.ts';
import { lintFigure, lintPanel } from './lintPanel.ts';
import { readMetrics } from './metrics.ts';
import { words } from './words.ts';

/** Milliseconds between two scrapes. */
const scrapeInterval = 15_000;
const hour = 3_600_000;

/** An expression of a pack as Prometheus is asked it. */
interface Asked {
  readonly pack: string;
  /** Where it stands: a dashboard's panel, a figure, a rule. */
  readonly place: string;
  readonly expr: string;
}

interface Mistake {
  readonly pack: string;
  readonly place: string;
  readonly rule: keyof typeof words;
  readonly subject: string;
}

/** A server to ask: the one at `url`, else the embedded one with the packs' rules. */
function openServer(url: string | undefined, ruleFiles: Awaited<ReturnType<typeof readRuleFiles>>) {
  const respond = createPrometheus({ targets: createFleet(), ruleFiles });
  const embedded = createPrometheusClient({
    baseUrl: 'http://embedded',
    fetch: (input, init) => respond(new Request(input, init)),
  });
  return { embedded, server: url ? createPrometheusClient({ baseUrl: url }) : embedded };
}

async function askedByBoards(server: PrometheusClient, parents: ReadonlyMap<string, string>): Promise<Asked[]> {
  const span = { from: Date.now() - hour, to: Date.now() };
  const asked: Asked[] = [];
  for (const [pack, parent] of parents) {
    for (const question of await packQuestions(pack, parent)) {
      const { expr } = await planFor(server, question, span);
      asked.push({ pack, place: question.name, expr });
    }
  }
  return asked;
}

/** The rules as the embedded server has read them. */
async function askedByRules(embedded: PrometheusClient): Promise<{ asked: Asked[]; recorded: readonly string[] }> {
  const groups = (await embedded.rules()).data;
  const rules = groups.flatMap(({ file, rules }) => rules.map((rule) => ({ ...rule, file })));
  return {
    asked: rules.map(({ file, name, expr }) => ({ pack: file.split('/')[0] ?? file, place: `${file} ${name}`, expr })),
    recorded: ['ALERTS', 'ALERTS_FOR_STATE', ...rules.filter((r) => r.kind === 'recording').map(({ name }) => name)],
  };
}

async function mistakesOfPanels(parents: ReadonlyMap<string, string>): Promise<Mistake[]> {
  const mistakes: Mistake[] = [];
  for (const [pack, parent] of parents) {
    const { summary, dashboards } = await readPackFolder(parent, pack);
    for (const [i, figure] of (summary?.figures ?? []).entries()) {
      mistakes.push(...lintFigure(figure).map((found) => ({ pack, place: `${pack} figure ${i + 1}`, ...found })));
    }
    for (const [id, file] of dashboards) {
      const panels = v.parse(dashboardSchema, file).rows.flatMap((row) => row.panels);
      mistakes.push(
        ...panels.flatMap((panel) =>
          lintPanel(panel).map((found) => ({ pack, place: `${pack} ${id}/${panel.id}`, ...found })),
        ),
      );
    }
  }
  return mistakes;
}

/** What is wrong with the packs in some folders, as sentences; exceptions that nothing needs any more are wrong, too. */
export async function lintPacks(folders: readonly string[], url?: string): Promise<string[]> {
  const parents = await packParents(folders);
  const { embedded, server } = openServer(url, await readRuleFiles(folders));
  const rules = await askedByRules(embedded);
  const asked = [...(await askedByBoards(server, parents)), ...rules.asked];
  const used = [...new Set(asked.flatMap(({ expr }) => metricNames(expr)))];
  const metrics = new Map(await readMetrics(server, used, Date.now()));
  for (const name of rules.recorded) {
    if (!metrics.has(name)) metrics.set(name, { name, type: 'gauge', series: [] });
  }
  const found = asked.flatMap(({ pack, place, expr }): Mistake[] =>
    lintExpression(expr, metrics, scrapeInterval).map(({ rule, subject }) => ({ pack, place, rule, subject })),
  );
  const mistakes = [...found, ...(await mistakesOfPanels(parents))];

  const sentences: string[] = [];
  for (const [pack, parent] of parents) {
    const exceptions = await readExceptions(join(parent, pack));
    const own = mistakes.filter((mistake) => mistake.pack === pack);
    for (const mistake of own) {
      if (exceptions.some((exception) => allows(exception, mistake))) continue;
      sentences.push(`${mistake.place}: ${mistake.subject} ${words[mistake.rule]} [${mistake.rule}]`);
    }
    for (const exception of exceptions) {
      if (own.some((mistake) => allows(exception, mistake))) continue;
      sentences.push(`${pack}/lint/exceptions.yaml: nothing needs ${exception.rule} of ${exception.subject} any more`);
    }
  }
  return sentences;
}
