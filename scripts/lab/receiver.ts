import { createServer, type IncomingMessage } from 'node:http';
import * as v from 'valibot';
import { listen } from './listen.ts';
import type { Running } from './running.ts';

const labelsSchema = v.record(v.string(), v.string());

/** What an Alertmanager posts to a webhook (version 4 of its format). */
const notificationSchema = v.object({
  receiver: v.string(),
  status: v.picklist(['firing', 'resolved']),
  groupLabels: labelsSchema,
  alerts: v.array(
    v.object({
      status: v.picklist(['firing', 'resolved']),
      labels: labelsSchema,
      annotations: labelsSchema,
      startsAt: v.string(),
      endsAt: v.string(),
    }),
  ),
});

export interface Notification extends v.InferOutput<typeof notificationSchema> {
  /** Epoch ms. */
  readonly receivedAt: number;
  /** Where it was posted to, such as `/webhooks/alerts/critical`. */
  readonly path: string;
}

export interface ReceiverOptions {
  /** How many notifications are kept, the newest; 200 if not said. */
  readonly keep?: number;
  /** Told of each as it arrives. */
  readonly onNotification?: (notification: Notification) => void;
}

export interface Receiver extends Running {
  /** Shows what arrived, the newest first: as text at `/`, as JSON at `/notifications`. */
  readonly url: string;
  /** `host:port` */
  readonly address: string;
  stop(): Promise<void>;
}

/** One line, such as `14:03:10 critical firing   ServiceDown of gt-vision: Service rabbitmq is down`. */
export function describeNotification({ receivedAt, receiver, status, alerts }: Notification): string {
  const [first] = alerts;
  const time = new Date(receivedAt).toTimeString().slice(0, 8);
  const { alertname = 'an alert without a name', system = 'no system' } = first?.labels ?? {};
  const others = alerts.length > 1 ? ` (and ${alerts.length - 1} more)` : '';
  const summary = first?.annotations.summary ?? '';
  return `${time} ${receiver.padEnd(8)} ${status.padEnd(8)} ${alertname} of ${system}: ${summary}${others}`;
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  let text = '';
  for await (const chunk of request) text += chunk;
  return JSON.parse(text);
}

/** Starts a server for an Alertmanager's webhooks, which keeps what it is told and shows it. */
export async function startReceiver({ keep = 200, onNotification }: ReceiverOptions = {}): Promise<Receiver> {
  const kept: Notification[] = [];
  const receive = async (request: IncomingMessage): Promise<void> => {
    const notification = v.parse(notificationSchema, await readBody(request));
    const received = { ...notification, receivedAt: Date.now(), path: request.url ?? '' };
    kept.unshift(received);
    kept.splice(keep);
    onNotification?.(received);
  };
  const server = createServer((request, response) => {
    if (request.method === 'POST') {
      receive(request).then(
        () => response.writeHead(204).end(),
        (error: unknown) => response.writeHead(400).end(`${error}\n`),
      );
    } else if (request.url === '/notifications') {
      response.setHeader('content-type', 'application/json').end(JSON.stringify(kept));
    } else if (request.url === '/') {
      const lines = kept.length === 0 ? ['No notification has arrived yet.'] : kept.map(describeNotification);
      response.setHeader('content-type', 'text/plain; charset=utf-8').end(`${lines.join('\n')}\n`);
    } else {
      response.writeHead(404).end();
    }
  });
  const { address, stop } = await listen(server);
  return { url: `http://${address}/`, address, stop };
}
