import { frameTexts } from '../../i18n/apart/frame.ts';
import type { Messages } from '../../i18n/messages.ts';
import type { Language } from '../../model/language.ts';
import { describeError, type ErrorDescription } from '../../prometheus/describe.ts';
import { PrometheusError, type PrometheusErrorKind } from '../../prometheus/errors.ts';

/** After these nobody knows what the server did. */
const unanswered: readonly PrometheusErrorKind[] = ['network', 'timeout', 'aborted'];

/** Why `server`, which is none that is queried, was not changed, or may not have been. */
export function describeWriteFailure(
  error: unknown,
  server: string,
  { language, messages }: { readonly language: Language; readonly messages: Messages },
): ErrorDescription {
  const { advice, detail } = describeError(error, messages.errors);
  const texts = frameTexts[language].write;
  const isUnanswered = error instanceof PrometheusError && unanswered.includes(error.kind);
  return { title: isUnanswered ? texts.unanswered(server) : texts.refused(server), advice, detail };
}
