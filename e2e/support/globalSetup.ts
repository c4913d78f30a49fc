import { resolve } from 'node:path';
import { waitUntilBusy } from '../../scripts/lab/busy.ts';
import { startLab } from '../../scripts/lab/lab.ts';
import { startGateway } from './gateway.ts';
import { grafanaPage, hostPage, serve } from './pages.ts';

/** What the tests share: the lab's real Prometheus, the gateway before it, a host application and a stand-in for Grafana. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const stops: (() => Promise<void>)[] = [];
  const stopAll = async () => {
    for (const stop of stops.reverse()) await stop();
  };
  try {
    const folder = resolve(import.meta.dirname, '../../.lab/e2e');
    // No scripted incidents: what the tests see must not depend on the hour.
    const lab = await startLab({ folder, historyHours: 6, incidents: 'none', real: ['node'] });
    stops.push(lab.stop);
    await waitUntilBusy(lab);
    const grafana = await serve(grafanaPage);
    stops.push(grafana.stop);
    const host = await serve(hostPage);
    stops.push(host.stop);
    const gateway = await startGateway('gateway', {
      PROMETHEUS_URL: lab.prometheus.url,
      GRAFANA_URL: grafana.url,
      MIRANTE_FRAME_ANCESTORS: `'self' ${host.url}`,
    });
    stops.push(gateway.stop);
    // The tests run in other processes: this is how they stop Prometheus and bring it back.
    const control = await serve((request, response) => {
      const act = request.url === '/stop' ? lab.prometheus.stop() : lab.prometheus.start();
      act.then(
        () => response.end('done'),
        (error: unknown) => response.writeHead(500).end(String(error)),
      );
    });
    stops.push(control.stop);
    Object.assign(process.env, {
      E2E_MIRANTE: gateway.url,
      E2E_PROMETHEUS: lab.prometheus.url,
      E2E_GRAFANA: grafana.url,
      E2E_HOST: host.url,
      E2E_CONTROL: control.url,
    });
  } catch (error) {
    await stopAll();
    throw error;
  }
  return stopAll;
}
