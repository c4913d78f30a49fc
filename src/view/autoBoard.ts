import { carriedSearch } from './carriedSearch.ts';

const base = '/auto';

/** The path of a job's automatic board. */
export function autoPath(job: string): string {
  return `${base}/${encodeURIComponent(job)}`;
}

/** The address of a job's automatic board, with what a page with the query string `search` has chosen for all pages. */
export function autoAddress(job: string, search: string): string {
  return autoPath(job) + carriedSearch(search);
}

/** The job that a path names; '' for the list of jobs. A slash in a job's name counts as a part of it, written either way. */
export function jobOfPath(path: string): string {
  const written = path.startsWith(`${base}/`) ? path.slice(base.length + 1) : '';
  try {
    return decodeURIComponent(written);
  } catch {
    return written;
  }
}
