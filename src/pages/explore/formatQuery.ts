import * as v from 'valibot';
import { DecodeError, PrometheusError } from '../../prometheus/errors.ts';
import { createTransport, readJson } from '../../prometheus/http.ts';

const reply = v.object({ status: v.literal('success'), data: v.string() });

/**
 * An expression as Prometheus itself lays it out; null where the server has no such thing, as compatible ones and old ones
 * have not. Rejects with a PrometheusError.
 * @param baseUrl where the server's API is
 */
export async function formatQuery(baseUrl: string, expr: string): Promise<string | null> {
  const transport = createTransport({ baseUrl });
  const decode = (raw: unknown) => {
    const decoded = v.safeParse(reply, raw);
    if (!decoded.success) throw new DecodeError('data', 'a text was expected');
    return decoded.output.data;
  };
  const request = {
    method: 'POST',
    endpoint: 'format_query',
    parameters: [['query', expr]],
    read: readJson(decode),
  } as const;
  try {
    return await transport(request, undefined);
  } catch (error) {
    const isMissing =
      error instanceof PrometheusError && (error.status === 404 || error.status === 405 || error.status === 501);
    if (isMissing) return null;
    throw error;
  }
}
