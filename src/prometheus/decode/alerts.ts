import * as v from 'valibot';
import type { Alert } from '../../model/alert.ts';
import type { Reply } from '../types.ts';
import { labels, listOf, numberText, replyDecoder } from './lists.ts';
import { instant } from './time.ts';

const alert = v.object({
  state: v.string(),
  labels,
  annotations: v.nullish(labels, {}),
  activeAt: v.nullish(instant, null),
  value: numberText,
});

/** Active alerts only: some compatible servers list inactive ones among them. */
export const alerts = v.pipe(
  listOf(alert),
  v.transform((list) =>
    list.flatMap(({ state, activeAt, ...rest }): Alert[] =>
      (state === 'pending' || state === 'firing') && activeAt !== null ? [{ ...rest, state, activeAt }] : [],
    ),
  ),
);

export const decodeAlerts: (reply: unknown) => Reply<readonly Alert[]> = replyDecoder(
  v.pipe(
    v.object({ alerts }),
    v.transform((data) => data.alerts),
  ),
);
