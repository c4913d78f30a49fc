import { createFleet } from '../fleet/fleet.ts';
import { answerCall, type Call } from './protocol.ts';
import { createSimulation } from './simulation.ts';

// The worker of browser.ts, with the rules of the shipped packs.
const rules = import.meta.glob<string>('../../packs/*/rules/*.yml', { query: '?raw', import: 'default', eager: true });

const simulation = createSimulation({
  targets: createFleet(),
  ruleFiles: Object.entries(rules).map(([path, content]) => ({ path: path.replace('../../packs/', ''), content })),
});
self.onmessage = async ({ data }: MessageEvent<Call>) => {
  const answer = await answerCall(simulation, data);
  self.postMessage(answer, { transfer: [answer.body] });
};
