import * as v from 'valibot';

/** One of Mirante's own files or replies could not be had. The message says which address and why. */
export class LoadError extends Error {
  /** HTTP status; null when there was no answer or it was not what was due. */
  readonly status: number | null;
  constructor(address: string, reason: string, status: number | null = null) {
    super(`${address}: ${reason}`);
    this.name = 'LoadError';
    this.status = status;
  }
}

/** Gets JSON from beside the app and decodes it. Rejects with LoadError. */
export async function fetchJson<S extends v.GenericSchema>(
  address: string,
  schema: S,
  signal?: AbortSignal,
): Promise<v.InferOutput<S>> {
  const response = await fetch(address, { headers: { accept: 'application/json' }, ...(signal && { signal }) }).catch(
    (error: unknown) => {
      throw signal?.aborted ? error : new LoadError(address, 'no answer');
    },
  );
  if (!response.ok) throw new LoadError(address, await reasonOf(response), response.status);
  // A web server that answers every address with the app's own page.
  if (!(response.headers.get('content-type') ?? '').includes('json')) throw new LoadError(address, 'not JSON', 404);
  const result = v.safeParse(schema, await response.json());
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new LoadError(address, `${v.getDotPath(issue) ?? 'the answer'}: ${issue.message}`);
}

const failureSchema = v.object({ error: v.string() });

/** The gateway's own words, else the HTTP status. */
async function reasonOf(response: Response): Promise<string> {
  const status = `HTTP ${response.status}`;
  const body: unknown = await response.json().catch(() => null);
  const result = v.safeParse(failureSchema, body);
  return result.success ? result.output.error : status;
}
