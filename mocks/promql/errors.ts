/**
 * `bad_data` (HTTP 400): the text does not parse or its types do not fit. `execution` (HTTP 422): it does, and cannot be
 * evaluated on this data. `timeout` (HTTP 503): not in the time given.
 */
export type PromqlErrorType = 'bad_data' | 'execution' | 'timeout';

/** A query that fails as Prometheus fails it. */
export class PromqlError extends Error {
  readonly errorType: PromqlErrorType;

  constructor(errorType: PromqlErrorType, message: string) {
    super(message);
    this.name = 'PromqlError';
    this.errorType = errorType;
  }
}

/** The line and column of an offset into a query's text, both from 1, as Prometheus writes them: `1:6`. */
export function placeOf(text: string, offset: number): string {
  const before = text.slice(0, offset).split('\n');
  return `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
}

/** A part of a text in quotation marks, cut where it is long. */
export const quote = (part: string): string => JSON.stringify(part.length > 60 ? `${part.slice(0, 60)}…` : part);

/** An error of the text at an offset into it. */
export function parseError(text: string, offset: number, message: string): PromqlError {
  return new PromqlError('bad_data', `${placeOf(text, offset)}: parse error: ${message}`);
}

/** An error of the data or of a parameter's value. */
export function executionError(message: string): PromqlError {
  return new PromqlError('execution', message);
}
