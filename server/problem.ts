/**
 * An error answer under `/api`, thrown by request handlers. It is sent in Prometheus's own envelope, so that a client
 * needs to know one shape only: `{status: 'error', errorType, error}`.
 */
export class Problem extends Error {
  readonly statusCode: number;
  /** A stable word for programs, e.g. `upstream_unreachable`. */
  readonly errorType: string;

  /** `message` is for people: what happened and what to do. It never holds a secret. */
  constructor(statusCode: number, errorType: string, message: string) {
    super(message);
    this.name = 'Problem';
    this.statusCode = statusCode;
    this.errorType = errorType;
  }
}

/** The body of an error answer. */
export function envelope(errorType: string, error: string): { status: 'error'; errorType: string; error: string } {
  return { status: 'error', errorType, error };
}
