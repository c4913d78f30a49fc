import { existsSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import staticFiles from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as v from 'valibot';
import { type Language, languageOf, languages } from '../src/model/language.ts';
import { envelope } from './problem.ts';

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

const manifestSchema = v.record(v.string(), v.object({ file: v.string() }));

/** By language, the address of the app's texts in it, as the build's list of files has them; none where there is no list. */
function textFiles(folder: string): ReadonlyMap<Language, string> {
  const list = join(folder, '.vite', 'manifest.json');
  if (!existsSync(list)) return new Map();
  const files = v.parse(manifestSchema, JSON.parse(readFileSync(list, 'utf8')));
  return new Map(
    languages.flatMap((language) => {
      const file = files[`src/i18n/${language}/index.ts`]?.file;
      return file === undefined ? [] : [[language, `/${file}`] as const];
    }),
  );
}

/** The language that the app will most likely speak: what the address says, else the browser. What a viewer chose is not known here. */
function likelyLanguage({ url, headers }: FastifyRequest): Language {
  const asked = /[?&]lang=([\w-]+)/.exec(url)?.[1] ?? '';
  const tags = [asked, ...(headers['accept-language'] ?? '').split(',').map((tag) => tag.trim())];
  for (const tag of tags) {
    const language = languageOf(tag.split(';')[0] ?? '');
    if (language !== null) return language;
  }
  return 'en';
}

/** Serves the built app from `folder`, with the copies compressed by the build; its routes all get `index.html`. */
export async function staticApp(app: FastifyInstance, folder: string): Promise<void> {
  const isBuilt = existsSync(join(folder, 'index.html'));
  if (isBuilt) {
    // Files under here carry a hash of their content in their name.
    const hashed = join(folder, 'assets') + sep;
    await app.register(staticFiles, {
      root: folder,
      preCompressed: true,
      cacheControl: false,
      setHeaders: (reply, path) => {
        reply.setHeader('vary', 'accept-encoding');
        reply.setHeader('cache-control', path.startsWith(hashed) ? FOREVER : 'no-cache');
      },
    });
    const texts = textFiles(folder);
    app.addHook('onRequest', async (request, reply) => {
      if (!isRoute(request)) return;
      // The app's scripts, which would find it out, come first otherwise.
      const file = texts.get(likelyLanguage(request));
      const preloads = preloadsOf(pathOf(request));
      reply.header('link', file === undefined ? preloads : `${preloads}, <${file}>; rel=modulepreload`);
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
