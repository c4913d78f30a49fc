import { parentPort, workerData } from 'node:worker_threads';
import { createFleet } from '../fleet/fleet.ts';
import { answerCall, type Call } from './protocol.ts';
import { createSimulation } from './simulation.ts';

// The worker of node.ts. Its data are the rule files.
const simulation = createSimulation({ targets: createFleet(), ruleFiles: workerData });
parentPort?.on('message', async (call: Call) => {
  const answer = await answerCall(simulation, call);
  parentPort?.postMessage(answer, [answer.body]);
});
