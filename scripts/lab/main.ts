import { join } from 'node:path';
import { interrupted, root } from '../command.ts';
import { buildWhenStale } from '../stale.ts';
import { start } from '../start.ts';
import { type Lab, startLab } from './lab.ts';
import { describeNotification } from './receiver.ts';

// `npm run lab`: a real Prometheus and Alertmanager over the five systems, and Mirante on top, until Ctrl-C.

const historyHours = 6;

function announce({ prometheus, notifications, pushgatewayUrl, outagesUrl, notes }: Lab): void {
  for (const note of notes) console.log(note);
  console.log(`Prometheus is at ${prometheus.url}, with ${historyHours} hours of past.`);
  if (notifications) {
    console.log(`Alertmanager is at ${notifications.alertmanagerUrl}`);
    console.log(`What it notifies is shown here, and at ${notifications.receiverUrl}`);
  }
  if (pushgatewayUrl) console.log(`The Pushgateway is at ${pushgatewayUrl}`);
  console.log(`To see an alert come, take a target down: curl -X POST ${outagesUrl}rabbitmq:15692`);
  console.log(`To see it go, bring it back: curl -X DELETE ${outagesUrl}rabbitmq:15692, or another of ${outagesUrl}`);
  console.log('Ctrl-C ends it all.');
}

async function openLab(): Promise<Lab | null> {
  // While it is being started nobody else listens to Ctrl-C; ending this process ends what it has started.
  const giveUp = () => process.exit(130);
  process.on('SIGINT', giveUp);
  process.on('SIGTERM', giveUp);
  try {
    return await startLab({
      folder: join(root, '.lab', 'run'),
      historyHours,
      onNotification: (notification) => console.log(describeNotification(notification)),
    });
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return null;
  } finally {
    process.off('SIGINT', giveUp);
    process.off('SIGTERM', giveUp);
  }
}

/** Tells the gateway, which reads its settings from the environment, of the lab's servers. */
function connect({ prometheus, notifications, pushgatewayUrl }: Lab): void {
  process.env.PROMETHEUS_URL = prometheus.url;
  if (notifications) process.env.ALERTMANAGER_URL = notifications.alertmanagerUrl;
  if (pushgatewayUrl) process.env.PUSHGATEWAY_URL = pushgatewayUrl;
  // Both at once would be two answers to the same question.
  delete process.env.MIRANTE_CONFIG;
}

// Later it would keep the simulated targets, which this process is, from answering in time.
await buildWhenStale();
console.log('Starting the five systems, as far as Prometheus can see them');
const lab = await openLab();
if (lab === null) process.exit(1);
announce(lab);
connect(lab);
const code = interrupted() ? 130 : await start();
await lab.stop();
process.exit(interrupted() ? 0 : code);
