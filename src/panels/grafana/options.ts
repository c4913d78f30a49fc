import * as v from 'valibot';
import { optionsDecoder } from '../../model/options.ts';
import { fieldEntries } from '../../model/schema.ts';

const positive = v.pipe(v.number(), v.integer(), v.minValue(1));

const schema = v.strictObject({
  ...fieldEntries,
  uid: v.pipe(v.string(), v.nonEmpty()),
  /** Grafana's number of the panel; without it the whole dashboard is framed. */
  panel: v.optional(positive),
  /** For a Grafana with several organisations. */
  orgId: v.optional(positive),
});

export type GrafanaOptions = v.InferOutput<typeof schema>;
export const decodeOptions = optionsDecoder(schema);
