export type ErrorType = 'bad_data' | 'execution' | 'timeout' | 'canceled' | 'internal';

/** A request that fails as Prometheus fails it; the message is what `error` of the reply says. */
export class ApiError extends Error {
  readonly errorType: ErrorType;

  constructor(errorType: ErrorType, message: string) {
    super(message);
    this.name = 'ApiError';
    this.errorType = errorType;
  }
}

/** A parameter that cannot be read (400), in Prometheus's words. */
export function invalidParameter(name: string, problem: string): ApiError {
  return new ApiError('bad_data', `invalid parameter ${JSON.stringify(name)}: ${problem}`);
}
