import { loadMessages } from '../../i18n/load.ts';
import type { Messages } from '../../i18n/messages.ts';
import { type AppConfig, configSchema } from '../../model/config.ts';
import type { Language } from '../../model/language.ts';
import { createDataSources } from '../source/dataSource.ts';
import { fetchJson, LoadError } from './fetchJson.ts';
import type { Services } from './services.tsx';

/** Finds out where the app runs and loads its texts. Rejects with LoadError when there is no configuration to be had. */
export async function boot(language: Language): Promise<{ services: Services; messages: Messages }> {
  const [{ config, hosting }, messages] = await Promise.all([loadConfig(), loadMessages(language)]);
  return { services: { config, hosting, dataSources: createDataSources(config) }, messages };
}

/** The gateway's answer; where there is no gateway, `config.json` beside `index.html`. Rejects with LoadError. */
export async function loadConfig(): Promise<{ config: AppConfig; hosting: Services['hosting'] }> {
  // A built demo never has a gateway: asking for one would leave an error in the console.
  if (import.meta.env.VITE_DEMO === 'true' && import.meta.env.PROD) {
    return { config: await fetchJson('/config.json', configSchema), hosting: 'static' };
  }
  try {
    return { config: await fetchJson('/api/config', configSchema), hosting: 'gateway' };
  } catch (error) {
    if (!(error instanceof LoadError) || error.status !== 404) throw error;
    return { config: await fetchJson('/config.json', configSchema), hosting: 'static' };
  }
}
