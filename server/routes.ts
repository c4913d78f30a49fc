import type { FastifyInstance } from 'fastify';
import type * as v from 'valibot';
import type { configSchema } from '../src/model/config.ts';
import { formatDuration } from '../src/model/duration.ts';
import type { PackIndex } from '../src/model/pack.ts';
import type { PackStore } from './packs/packs.ts';
import { Problem } from './problem.ts';
import type { DataSource, SideServer } from './settings/dataSource.ts';
import type { Settings } from './settings/settings.ts';
import { describeProblem } from './yamlFile.ts';

interface Context {
  readonly dataSources: readonly DataSource[];
  readonly alertmanagers: readonly SideServer[];
  readonly pushgateways: readonly SideServer[];
  readonly settings: Settings;
  readonly packs: PackStore;
  readonly version: string;
}

type ConfigReply = v.InferInput<typeof configSchema>;

const publicDataSource = ({ id, name, kind, ingestionDelay }: DataSource) => ({
  ...{ id, name, kind },
  ...(ingestionDelay > 0 && { ingestionDelay: formatDuration(ingestionDelay) }),
});
const publicSideServer = ({ id, name, dataSource }: SideServer) => ({ id, name, dataSource });

/** What the browser may know of the settings: no address but Grafana's, no credentials. */
function publicConfig(context: Context): ConfigReply {
  const { settings, dataSources, alertmanagers, pushgateways, version } = context;
  const { grafanaUrl, isSimulated, role, watchdog } = settings;
  return {
    dataSources: dataSources.map(publicDataSource),
    alertmanagers: alertmanagers.map(publicSideServer),
    pushgateways: pushgateways.map(publicSideServer),
    role,
    watchdog,
    grafana: grafanaUrl === null ? null : { url: grafanaUrl },
    demo: isSimulated,
    version,
  };
}

/** The gateway's own answers: configuration, packs, health and version. */
export async function gatewayRoutes(app: FastifyInstance, context: Context): Promise<void> {
  const { packs, version } = context;
  app.get('/api/config', async () => publicConfig(context));

  app.get('/api/packs', async (): Promise<PackIndex> => (await packs.load()).index);

  app.get<{ Params: { pack: string; dashboard: string } }>('/api/packs/:pack/:dashboard', async ({ params }) => {
    const library = await packs.load();
    const dashboard = library.dashboard(params.pack, params.dashboard);
    if (dashboard !== null) return dashboard;
    const problems = library.problemsOf(params.pack, params.dashboard);
    if (problems.length === 0) throw new Problem(404, 'no_such_dashboard', 'There is no dashboard of this name.');
    throw new Problem(422, 'broken_dashboard', problems.map((p) => describeProblem(p.file, p)).join('\n'));
  });

  // Alive: the process answers.
  app.get('/healthz', async () => ({ status: 'ok' }));

  // Ready: packs can be read. The data sources do not count: without them Mirante still says what is wrong.
  app.get('/readyz', async () => {
    const { index } = await packs.load();
    return { status: 'ready', packs: index.packs.length, packProblems: index.problems.length };
  });

  app.get('/version', async () => ({ name: 'mirante', version }));
}
