import * as v from 'valibot';
import { decodeWith } from '../prometheus/decode/envelope.ts';
import { labels, optionalListOf, optionalText } from '../prometheus/decode/lists.ts';
import { instant } from '../prometheus/decode/time.ts';
import type { AlertGroup, AlertmanagerStatus, HeldAlert, Silence } from './types.ts';

/** Makes a decoder of whole replies: version 2 of the API has no envelope. It throws DecodeError. */
function decoder<S extends v.GenericSchema>(schema: S): (reply: unknown) => v.InferOutput<S> {
  return (reply) => decodeWith(schema, reply, '');
}

/** A time that is never left open. */
const time = v.pipe(instant, v.number('a time was expected'));

const receiver = v.pipe(
  v.object({ name: v.string() }),
  v.transform(({ name }) => name),
);

const alert = v.pipe(
  v.object({
    fingerprint: v.string(),
    labels,
    annotations: v.nullish(labels, {}),
    status: v.object({
      state: v.picklist(['unprocessed', 'active', 'suppressed']),
      silencedBy: optionalListOf(v.string()),
      inhibitedBy: optionalListOf(v.string()),
    }),
    receivers: optionalListOf(receiver),
    startsAt: time,
    endsAt: time,
    updatedAt: time,
    generatorURL: optionalText,
  }),
  v.transform(({ status, ...rest }) => ({ ...rest, ...status })),
);

export const decodeHeldAlerts: (reply: unknown) => readonly HeldAlert[] = decoder(v.array(alert));

export const decodeAlertGroups: (reply: unknown) => readonly AlertGroup[] = decoder(
  v.array(v.object({ labels, receiver, alerts: optionalListOf(alert) })),
);

const silence = v.pipe(
  v.object({
    id: v.string(),
    matchers: v.array(
      v.object({
        name: v.string(),
        value: v.string(),
        isRegex: v.boolean(),
        // Alertmanager knows negative matchers since 0.22.
        isEqual: v.nullish(v.boolean(), true),
      }),
    ),
    createdBy: optionalText,
    comment: optionalText,
    startsAt: time,
    endsAt: time,
    updatedAt: time,
    status: v.object({ state: v.picklist(['pending', 'active', 'expired']) }),
  }),
  v.transform(({ status, ...rest }) => ({ ...rest, state: status.state })),
);

export const decodeSilences: (reply: unknown) => readonly Silence[] = decoder(v.array(silence));

/** The new silence's id. */
export const decodeSilenceId: (reply: unknown) => string = decoder(
  v.pipe(
    v.object({ silenceID: v.string() }),
    v.transform(({ silenceID }) => silenceID),
  ),
);

export const decodeReceivers: (reply: unknown) => readonly string[] = decoder(v.array(receiver));

export const decodeAlertmanagerStatus: (reply: unknown) => AlertmanagerStatus = decoder(
  v.pipe(
    v.object({
      cluster: v.object({
        name: optionalText,
        status: v.string(),
        peers: optionalListOf(v.object({ name: v.string(), address: v.string() })),
      }),
      versionInfo: v.object({ version: v.string(), revision: optionalText }),
      config: v.object({ original: v.string() }),
      uptime: time,
    }),
    v.transform(({ cluster, versionInfo, config, uptime }) => ({
      cluster,
      ...versionInfo,
      config: config.original,
      startedAt: uptime,
    })),
  ),
);
