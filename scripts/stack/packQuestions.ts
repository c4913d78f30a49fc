import { resolve } from 'node:path';
import * as v from 'valibot';
import { readPackFolder } from '../../server/packs/packFiles.ts';
import { type Dashboard, dashboardSchema, type Variable } from '../../src/model/dashboard.ts';

const packsFolder = resolve(import.meta.dirname, '../../packs');

/** One expression of a pack, and what it is for. */
export interface PackQuestion {
  /** `<pack> <dashboard>/<panel> <number of the query>`, or `<pack> detect`, or `<pack> figure <number>`. */
  readonly name: string;
  readonly expr: string;
  readonly instant: boolean;
  readonly rateFloor: string | undefined;
  readonly minStep: string | undefined;
  readonly variables: readonly Variable[];
}

function dashboardQuestions(pack: string, id: string, { rows, variables, rateFloor }: Dashboard): PackQuestion[] {
  return rows.flatMap((row) =>
    row.panels.flatMap((panel) =>
      panel.queries.map(({ expr, instant = false }, i) => ({
        name: `${pack} ${id}/${panel.id} ${i + 1}`,
        expr,
        instant,
        rateFloor,
        minStep: panel.minStep,
        variables,
      })),
    ),
  );
}

/** All that a pack asks of Prometheus. `parent` is the folder of packs. Throws when one of its files is broken. */
export async function packQuestions(pack: string, parent = packsFolder): Promise<PackQuestion[]> {
  const { summary, dashboards, problems } = await readPackFolder(parent, pack);
  if (summary === null || problems.length > 0) throw new Error(`pack ${pack}: ${JSON.stringify(problems)}`);
  const plain = { instant: true, rateFloor: undefined, minStep: undefined, variables: [] };
  return [
    { name: `${pack} detect`, expr: summary.detect, ...plain },
    ...summary.figures.map(({ expr }, i) => ({ name: `${pack} figure ${i + 1}`, expr, ...plain })),
    ...[...dashboards].flatMap(([id, file]) => dashboardQuestions(pack, id, v.parse(dashboardSchema, file))),
  ];
}
