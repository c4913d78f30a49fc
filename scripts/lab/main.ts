import { join } from 'node:path';
import { interrupted, root } from '../command.ts';
import { start } from '../start.ts';
import { type Lab, startLab } from './lab.ts';

// `npm run lab`: a real Prometheus over GT-Vision, and Mirante on top of it, until Ctrl-C.

const historyHours = 6;

function announce({ prometheus, notes }: Lab): void {
  for (const note of notes) console.log(note);
  console.log(`Prometheus is at ${prometheus.url}, with ${historyHours} hours of past. Ctrl-C ends it all.`);
}

async function openLab(): Promise<Lab | null> {
  // While it is being started nobody else listens to Ctrl-C; ending this process ends what it has started.
  const giveUp = () => process.exit(130);
  process.on('SIGINT', giveUp);
  process.on('SIGTERM', giveUp);
  try {
    return await startLab({ folder: join(root, '.lab', 'run'), historyHours });
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return null;
  } finally {
    process.off('SIGINT', giveUp);
    process.off('SIGTERM', giveUp);
  }
}

console.log('Starting GT-Vision, as far as Prometheus can see it');
const lab = await openLab();
if (lab === null) process.exit(1);
announce(lab);
process.env.PROMETHEUS_URL = lab.prometheus.url;
// Both at once would be two answers to the same question.
delete process.env.MIRANTE_CONFIG;
const code = interrupted() ? 130 : await start();
await lab.stop();
process.exit(interrupted() ? 0 : code);
