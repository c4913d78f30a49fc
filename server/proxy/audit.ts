import type { FastifyBaseLogger, FastifyRequest } from 'fastify';
import type { Role } from '../../src/model/config.ts';
import type { Write } from '../apis/call.ts';

/** Characters of each text that a line keeps. */
const LONGEST = 500;
/** Texts of each list that a line keeps. */
const MOST = 50;

/** A write as it ended. */
export interface Written {
  readonly request: FastifyRequest;
  readonly write: Write;
  /** Which server: `am/<id>`. */
  readonly server: string;
  /** What it told of itself; null where nothing was sent along, or it was refused before that was read. */
  readonly summary: object | null;
  /** What the viewer was answered. */
  readonly status: number;
}

/** Keeps a line of every attempt to change something. */
export type Audit = (written: Written) => void;

function shortened(_key: string, value: unknown): unknown {
  if (typeof value === 'string' && value.length > LONGEST) return `${value.slice(0, LONGEST)}…`;
  if (Array.isArray(value) && value.length > MOST) return [...value.slice(0, MOST), `and ${value.length - MOST} more`];
  return value;
}

/** Lines named `audit` in the log, whatever `LOG_LEVEL` is. */
export function createAudit(log: FastifyBaseLogger, role: Role): Audit {
  const lines = log.child({ name: 'audit' }, { level: 'info' });
  return ({ request, write, server, summary, status }) => {
    const { method, ip: remote } = request;
    const about = { role, remote, method, what: write.what, server, body: summary, status };
    lines.info(JSON.parse(JSON.stringify(about, shortened)));
  };
}
