import fastify, { type FastifyError, type FastifyInstance } from 'fastify';
import { createMetrics, metricsRoute } from './metrics.ts';
import { createPackStore } from './packs/packs.ts';
import { envelope, Problem } from './problem.ts';
import { checkHost } from './proxy/admission.ts';
import { createKnownHosts } from './proxy/hosts.ts';
import { type OpenServer, proxyRoutes } from './proxy/proxy.ts';
import { gatewayRoutes } from './routes.ts';
import { securityHeaders } from './security.ts';
import type { DataSource, SideServer, SideServerSettings } from './settings/dataSource.ts';
import type { Settings } from './settings/settings.ts';
import { createSharing } from './sharing/sharing.ts';
import { staticApp } from './staticApp.ts';
import { createEmbedded, simulatedAlertmanager, simulatedSource } from './upstream/embedded.ts';
import { createUpstream } from './upstream/upstream.ts';

export interface AppOptions {
  readonly settings: Settings;
  /** The folder of the built app; when it holds none, only the API answers. */
  readonly appFolder: string;
  readonly version: string;
  /** Where the log goes, in place of standard output. */
  readonly logStream?: { write(line: string): void };
}

/** What a log line tells of a request: no headers (they may hold credentials) and no query string. */
function loggedRequest({ method, url }: { method: string; url: string }) {
  return { method, path: url.split('?')[0] };
}

function loggerOptions({ settings, logStream }: AppOptions) {
  return {
    level: settings.logLevel,
    redact: ['authorization', 'headers.authorization', '*.headers.authorization', '*.authorization'],
    serializers: { req: loggedRequest },
    ...(logStream === undefined ? {} : { stream: logStream }),
  };
}

/** What Fastify's own refusals (their status) are called in our envelope. */
const refusals = new Map([
  [413, { errorType: 'body_too_large', error: 'The request is larger than the gateway takes here.' }],
  [415, { errorType: 'wrong_content_type', error: 'What is sent is not of a kind that is taken here.' }],
  [503, { errorType: 'unavailable', error: 'Mirante is shutting down.' }],
]);

function answerErrors(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    if (error instanceof Problem) return reply.code(error.statusCode).send(envelope(error.errorType, error.message));
    const status = error.statusCode ?? 500;
    if (status >= 500) request.log.error(error);
    const refusal = refusals.get(status);
    if (refusal) return reply.code(status).send(envelope(refusal.errorType, refusal.error));
    if (status < 500) return reply.code(status).send(envelope('bad_request', 'The gateway cannot read this request.'));
    return reply.code(500).send(envelope('internal', 'Something went wrong in Mirante. Its log says more.'));
  });
}

const openSideServers = (servers: readonly SideServerSettings[]) =>
  servers.map((server) => ({ server, upstream: createUpstream(server) }));

/** The servers that are set; where none is, the simulated ones, which live together. An Alertmanager that is set stays. */
function openServers({ isSimulated, dataSources, alertmanagers, pushgateways, packFolders }: Settings) {
  const [am, pg] = [openSideServers(alertmanagers), openSideServers(pushgateways)];
  if (!isSimulated) {
    const ds = dataSources.map((server): OpenServer<DataSource> => ({ server, upstream: createUpstream(server) }));
    return { ds, am, pg };
  }
  const upstream = createEmbedded(packFolders);
  const simulated: OpenServer<SideServer> = { server: simulatedAlertmanager, upstream };
  return { ds: [{ server: simulatedSource, upstream }], am: am.length === 0 ? [simulated] : am, pg };
}

/** Builds the gateway, ready to listen (or to be injected with requests). */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const { settings, version } = options;
  const app = fastify({
    logger: loggerOptions(options),
    // Room for the longest query string, so that the answer to a longer one is ours.
    http: { maxHeaderSize: 64 * 1024 },
  });
  answerErrors(app);
  await securityHeaders(app, settings);
  const { ds, am, pg } = openServers(settings);
  const sharing = createSharing(settings.keepBytes);
  const metrics = createMetrics(sharing);
  const hosts = createKnownHosts(settings.hosts);
  app.addHook('onRequest', async ({ routeOptions, headers }) => {
    if (routeOptions.url?.startsWith('/api/')) checkHost(headers, hosts);
  });
  await app.register(proxyRoutes, { servers: { ds, am, pg }, sharing, metrics, role: settings.role, hosts });
  await app.register(metricsRoute, { metrics });
  const packs = createPackStore(settings.packFolders);
  const dataSources = ds.map(({ server }) => server);
  const alertmanagers = am.map(({ server }) => server);
  const pushgateways = pg.map(({ server }) => server);
  await app.register(gatewayRoutes, { settings, version, packs, dataSources, alertmanagers, pushgateways });
  await staticApp(app, options.appFolder);
  return app;
}
