const base = '/auto';

/** The path of a job's automatic board. */
export function autoPath(job: string): string {
  return `${base}/${encodeURIComponent(job)}`;
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
