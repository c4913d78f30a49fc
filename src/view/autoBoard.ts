import { readPart } from './pathPart.ts';

const base = '/auto';

/** The path of a job's automatic board. */
export function autoPath(job: string): string {
  return `${base}/${encodeURIComponent(job)}`;
}

/** The job that a path names; '' for the list of jobs. A slash in a job's name counts as a part of it, written either way. */
export function jobOfPath(path: string): string {
  return path.startsWith(`${base}/`) ? readPart(path.slice(base.length + 1)) : '';
}
