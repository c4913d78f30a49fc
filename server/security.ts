import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';
import type { Settings } from './settings/settings.ts';

/** The content security policy: everything from here, frames from Grafana too, and no inline script or eval. */
function contentSecurityPolicy({ grafanaUrl, frameAncestors }: Settings) {
  const grafana = grafanaUrl === null ? [] : [new URL(grafanaUrl).origin];
  return {
    useDefaults: false,
    directives: {
      'default-src': ["'self'"],
      'script-src': ["'self'"],
      'style-src': ["'self'"],
      'img-src': ["'self'", 'data:', 'blob:'],
      'connect-src': ["'self'"],
      'worker-src': ["'self'", 'blob:'],
      'frame-src': ["'self'", ...grafana],
      'frame-ancestors': [...frameAncestors],
      'base-uri': ["'self'"],
      'form-action': ["'self'"],
      'object-src': ["'none'"],
    },
  };
}

/** `X-Frame-Options` can say no more than these two; a wider setting leaves it to `frame-ancestors`. */
function frameOptions([first, ...others]: readonly string[]) {
  if (others.length > 0) return false;
  if (first === "'none'") return { action: 'deny' } as const;
  return first === "'self'" ? ({ action: 'sameorigin' } as const) : false;
}

/** Security headers on every answer. */
export async function securityHeaders(app: FastifyInstance, settings: Settings): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: contentSecurityPolicy(settings),
    frameguard: frameOptions(settings.frameAncestors),
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
    // Whoever ends TLS in front of Mirante decides this; over plain HTTP it means nothing.
    hsts: false,
    // Browsers heed these two only over HTTPS, and complain in the console of a wall display otherwise.
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
  });
}
