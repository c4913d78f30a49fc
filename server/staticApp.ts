import { existsSync } from 'node:fs';
import { join, sep } from 'node:path';
import staticFiles from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { envelope } from './problem.ts';

/** Files under here carry a hash of their content in their name. */
const HASHED = `${sep}assets${sep}`;
const FOREVER = 'public, max-age=31536000, immutable';

function pathOf(request: FastifyRequest): string {
  return request.url.split('?')[0] ?? '';
}

/** Whether an address that is no file is one of the app's own routes: a page that a person may open. */
function isRoute(request: FastifyRequest): boolean {
  const path = pathOf(request);
  if (!['GET', 'HEAD'].includes(request.method) || /^\/(api|assets|packs)(\/|$)/.test(path)) return false;
  // A job's name in `/auto/<job>` may have a dot; what asks for a missing image or script does not take HTML.
  return !/\.[^/]*$/.test(path) || /\btext\/html\b/.test(request.headers.accept ?? '');
}

/** An address of one dashboard, which the page of that address asks for. */
const DASHBOARD = /^\/(d|embed)\/([\w.~%-]+)\/([\w.~%-]+)(\/|$)/;

/**
 * The `Link` header by which a browser asks for a page's data together with its scripts: configuration, then packs or the
 * dashboard. Only what the page does ask for: a browser complains of the rest.
 */
function preloadsOf(path: string): string {
  const [, surface, pack, dashboard] = DASHBOARD.exec(path) ?? [];
  const addresses = [
    '/api/config',
    ...(dashboard === undefined ? [] : [`/api/packs/${pack}/${dashboard}`]),
    ...(surface === 'embed' ? [] : ['/api/packs']),
  ];
  return addresses.map((address) => `<${address}>; rel=preload; as=fetch; crossorigin`).join(', ');
}

/** Serves the built app from `folder`, with the copies compressed by the build; its routes all get `index.html`. */
export async function staticApp(app: FastifyInstance, folder: string): Promise<void> {
  const isBuilt = existsSync(join(folder, 'index.html'));
  if (isBuilt) {
    await app.register(staticFiles, {
      root: folder,
      preCompressed: true,
      cacheControl: false,
      setHeaders: (reply, path) => {
        reply.setHeader('vary', 'accept-encoding');
        reply.setHeader('cache-control', path.includes(HASHED) ? FOREVER : 'no-cache');
      },
    });
    app.addHook('onRequest', async (request, reply) => {
      if (isRoute(request)) reply.header('link', preloadsOf(pathOf(request)));
    });
  }

  app.setNotFoundHandler((request: FastifyRequest, reply: FastifyReply) => {
    if (isRoute(request)) {
      if (isBuilt) return reply.sendFile('index.html');
      return reply.code(503).type('text/plain; charset=utf-8').send('Mirante is not built yet: run `npm run build`.\n');
    }
    if (pathOf(request).startsWith('/api'))
      return reply.code(404).send(envelope('not_found', 'There is nothing here.'));
    return reply.code(404).type('text/plain; charset=utf-8').send('Not found.\n');
  });
}
