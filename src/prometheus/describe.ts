import type { Messages } from '../i18n/messages.ts';
import { InterpolationError, PrometheusError } from './errors.ts';

/** An error in the viewer's words. */
export interface ErrorDescription {
  /** What happened, in one line. */
  readonly title: string;
  /** Where, and what to do. */
  readonly advice: string;
  /** The server's own text, as it came (its language is its own); '' when there is none. */
  readonly detail: string;
}

/** Describes anything that was thrown. */
export function describeError(error: unknown, messages: Messages['errors']): ErrorDescription {
  if (error instanceof PrometheusError) return describePrometheusError(error, messages);
  if (error instanceof InterpolationError) {
    const { title, ...advice } = messages.interpolation;
    return { title: title(error.variable), advice: advice[error.problem], detail: '' };
  }
  return { ...messages.unknown, detail: error instanceof Error ? error.message : String(error) };
}

function describePrometheusError(error: PrometheusError, messages: Messages['errors']): ErrorDescription {
  const { kind, status, url, path, detail } = error;
  if (kind === 'http') {
    const { title, advice, missingAdvice } = messages.http;
    return { title: title(String(status ?? '')), advice: (status === 404 ? missingAdvice : advice)(url), detail };
  }
  const { title, advice } = messages[kind];
  return { title, advice: typeof advice === 'string' ? advice : advice(url, path), detail };
}
