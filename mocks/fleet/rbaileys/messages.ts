import { type Families, shortestLe } from '../families.ts';
import { during, inside, plus, rhythm, times } from '../signal.ts';
import type { MetricFamily } from '../types.ts';
import type { Context } from './context.ts';
import type { Load } from './load.ts';

/** Types of message: share of those received and sent, and seconds that half of them take at most. */
const types: Readonly<Record<string, readonly [received: number, sent: number, median: number]>> = {
  text: [0.63, 0.74, 0.0036],
  image: [0.13, 0.09, 0.031],
  audio: [0.14, 0.05, 0.022],
  video: [0.03, 0.02, 0.094],
  document: [0.04, 0.09, 0.043],
  sticker: [0.03, 0.01, 0.012],
};

/** Share of all events that are messages; the rest are receipts, presence and the like. */
const [receivedShare, sentShare] = [0.22, 0.12];

/** Retries by reason: how many to a message received, and how many times as many while connections are lost. */
const retries: Readonly<Record<string, readonly [share: number, storm: number]>> = {
  decrypt_failure: [0.004, 1.5],
  timeout: [0.0015, 12],
  network_error: [0.001, 30],
};

export function messageFamilies(context: Context, families: Families, { events }: Load): MetricFamily[] {
  const storm = context.incident('reconnectStorm');
  const slow = context.incident('slowFlushes');
  const received = times(events, receivedShare);
  const sent = times(events, sentShare);
  const failed = during(rhythm({ seed: `${context.seed} failed`, mean: 0.036, daily: 0.3, waver: 0.4 }), storm, 22);
  const kinds = Object.entries(types);
  return [
    families.counter(
      'messages_received_total',
      'Total number of messages received',
      kinds.map(([message_type, [share]]) => ({
        labels: { message_type },
        rate: times(received, share),
        pace: message_type,
      })),
    ),
    families.counter(
      'messages_sent_total',
      'Total number of messages sent',
      kinds.flatMap(([message_type, [, share]]) => [
        { labels: { message_type, success: 'true' }, rate: times(sent, share) },
        { labels: { message_type, success: 'false' }, rate: times(failed, share) },
      ]),
    ),
    families.counter(
      'messages_retry_total',
      'Total number of message retry attempts',
      Object.entries(retries).map(([retry_reason, [share, factor]]) => ({
        labels: { retry_reason },
        rate: during(times(received, share), storm, factor),
      })),
    ),
    families.histogram(
      'messages_processing_duration_seconds',
      'Message processing duration in seconds',
      [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1],
      kinds.map(([message_type, [share, , median]]) => {
        const all = times(received, share);
        const waiting = inside(slow, times(all, 0.3));
        return {
          labels: { message_type },
          pace: message_type,
          parts: [
            { rate: plus(all, times(waiting, -1)), latency: { median, spread: 0.7 } },
            { rate: waiting, latency: { median: 0.38, spread: 0.5 } },
          ],
        };
      }),
      shortestLe,
    ),
  ];
}
