import { type CollectorGroup, collectorGroups } from '../../mocks/fleet/collector-api/groups.ts';
import { exposition, expositionContentType } from '../../mocks/fleet/exposition.ts';
import type { IncidentMode } from '../../mocks/fleet/incidents.ts';
import type { FleetSeries, FleetTarget } from '../../mocks/fleet/types.ts';
import { type CollectorSettings, readCollectorSettings } from './collector-settings.ts';
import { startPushgateway } from './pushgateway.ts';
import { type RealServer, type Running, startTogether } from './running.ts';

/** Milliseconds between two looks at whether a push is due. */
const beat = 500;

/** Refused by a Pushgateway, which takes no sample with a time of its own, and noted there as a push that failed. */
const refusedBody = 'collector_api_up 1 1000\n';

/** Pushes a text in the exposition format. When nobody answers, or not well, the next push will tell. */
async function push(url: string, { job, instance }: CollectorGroup, body: string): Promise<void> {
  const address = `${url}/metrics/job/${encodeURIComponent(job)}/instance/${encodeURIComponent(instance)}`;
  const request = { method: 'POST', headers: { 'content-type': expositionContentType }, body };
  await fetch(address, { ...request, signal: AbortSignal.timeout(5000) }).catch(() => null);
}

/**
 * The Collector API's pusher: pushes all groups at once, so that they are there, and then each when it is due. A push that
 * the simulation does not send is not sent, and one that it has refused is refused.
 * @returns null when it is not enabled: then nothing is pushed
 */
export async function startPusher(
  { url, isEnabled }: Pick<CollectorSettings, 'url' | 'isEnabled'>,
  groups: readonly CollectorGroup[],
): Promise<Running | null> {
  if (!isEnabled) return null;
  const pushes = groups.map((group) => {
    let last = group.dueAt(Date.now());
    const pushed = push(url, group, exposition(group, last));
    const pushWhenDue = async (): Promise<void> => {
      const due = group.dueAt(Date.now());
      if (due === last) return;
      last = due;
      const outcome = group.outcomeAt(due);
      if (outcome !== 'unsent') await push(url, group, outcome === 'refused' ? refusedBody : exposition(group, due));
    };
    return { pushed, pushWhenDue };
  });
  await Promise.all(pushes.map(({ pushed }) => pushed));
  const timer = setInterval(() => {
    for (const { pushWhenDue } of pushes) void pushWhenDue();
  }, beat);
  return { stop: () => clearInterval(timer) };
}

/** What the Pushgateway holds of others has a job of theirs; what it measures of itself has none. */
function isPushed({ labels }: FleetSeries): boolean {
  return labels.job !== undefined;
}

/**
 * A real Pushgateway, and the Collector API that pushes to it: with the settings of the environment, but enabled and to this
 * Pushgateway where it does not say.
 */
export function startCollector(folder: string, simulated: FleetTarget, incidents: IncidentMode): Promise<RealServer> {
  return startTogether(async (running) => {
    const { address, stop } = await startPushgateway(folder);
    running.push({ stop });
    const settings = readCollectorSettings({
      ...process.env,
      PROMETHEUS_PUSHGATEWAY_URL: process.env.PROMETHEUS_PUSHGATEWAY_URL || `http://${address}`,
      PROMETHEUS_PUSHGATEWAY_ENABLED: process.env.PROMETHEUS_PUSHGATEWAY_ENABLED || 'true',
    });
    const { jobName: job, interval } = settings;
    const pusher = await startPusher(settings, collectorGroups('', incidents, { job, interval }));
    if (pusher === null) return { address };
    running.push(pusher);
    const pushed = simulated.families.flatMap(({ series }) => series).filter(isPushed);
    return { address, relayed: pushed.map((series) => ({ ...series, labels: { ...series.labels, job } })) };
  });
}
