import * as v from 'valibot';

/** How RBaileys exports its metrics, as its document says. */
export interface BaileysSettings {
  readonly isEnabled: boolean;
  readonly port: number;
  readonly path: string;
  /** Before the name of every metric. */
  readonly prefix: string;
  /** On every series. */
  readonly labels: Readonly<Record<string, string>>;
  /** Whether Node.js's own metrics are exported too. */
  readonly collectDefault: boolean;
}

const labelsSchema = v.record(
  v.pipe(v.string(), v.regex(/^[a-zA-Z_]\w*$/)),
  v.union([v.string(), v.pipe(v.union([v.number(), v.boolean()]), v.transform(String))]),
);

function readFlag(name: string, text: string): boolean {
  if (text !== 'true' && text !== 'false') throw new Error(`${name}: true or false is needed`);
  return text === 'true';
}

function readPort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new Error('BAILEYS_PROMETHEUS_PORT: a whole number from 0 to 65535 is needed');
}

function readPath(text: string): string {
  if (text.startsWith('/')) return text;
  throw new Error('BAILEYS_PROMETHEUS_PATH: a path that starts with / is needed');
}

function readPrefix(text: string): string {
  if (/^[a-zA-Z_:][\w:]*$/.test(text)) return text;
  throw new Error('BAILEYS_PROMETHEUS_PREFIX: a name cannot start with it');
}

function readLabels(text: string): Readonly<Record<string, string>> {
  try {
    return v.parse(labelsSchema, JSON.parse(text));
  } catch {
    throw new Error('BAILEYS_PROMETHEUS_LABELS: a JSON object of label names and texts is needed');
  }
}

/**
 * Reads the `BAILEYS_PROMETHEUS_*` variables: ENABLED (false), PORT (9090), PATH (/metrics), PREFIX (baileys_), LABELS (none),
 * COLLECT_DEFAULT (true). An empty one counts as not set. Throws naming the one that is wrong.
 */
export function readBaileysSettings(env: Readonly<Record<string, string | undefined>>): BaileysSettings {
  const text = (name: string, otherwise: string) => env[`BAILEYS_PROMETHEUS_${name}`] || otherwise;
  return {
    isEnabled: readFlag('BAILEYS_PROMETHEUS_ENABLED', text('ENABLED', 'false')),
    port: readPort(text('PORT', '9090')),
    path: readPath(text('PATH', '/metrics')),
    prefix: readPrefix(text('PREFIX', 'baileys_')),
    labels: readLabels(text('LABELS', '{}')),
    collectDefault: readFlag('BAILEYS_PROMETHEUS_COLLECT_DEFAULT', text('COLLECT_DEFAULT', 'true')),
  };
}
