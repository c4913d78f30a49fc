/**
 * A query that fails as Prometheus fails it. `bad_data` (HTTP 400): the text does not parse or its types do not fit.
 * `execution` (HTTP 422): it does, and cannot be evaluated on this data.
 */
export class PromqlError extends Error {
  readonly errorType: 'bad_data' | 'execution';

  constructor(errorType: 'bad_data' | 'execution', message: string) {
    super(message);
    this.name = 'PromqlError';
    this.errorType = errorType;
  }
}

/** An error of the text at an offset into it, with the place as Prometheus writes it. */
export function parseError(text: string, offset: number, message: string): PromqlError {
  const before = text.slice(0, offset).split('\n');
  return new PromqlError('bad_data', `${before.length}:${(before.at(-1)?.length ?? 0) + 1}: parse error: ${message}`);
}

/** An error of the data or of a parameter's value. */
export function executionError(message: string): PromqlError {
  return new PromqlError('execution', message);
}
