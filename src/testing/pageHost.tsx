import { QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import * as v from 'valibot';
import { beforeEach, vi } from 'vitest';
import { createQueryClient } from '../data/asking/queryClient.ts';
import { MessagesProvider } from '../data/services/messages.tsx';
import { ServicesProvider } from '../data/services/services.tsx';
import { createDataSources } from '../data/source/dataSource.ts';
import { en } from '../i18n/en/index.ts';
import { ptBR } from '../i18n/pt-BR/index.ts';
import { configSchema } from '../model/config.ts';
import type { Language } from '../model/language.ts';
import { createShortcutRegistry, ShortcutContext } from '../ui/shortcuts/registry.ts';
import { usePreferences } from '../view/preferences.ts';
import { fakeLayout } from './layout.ts';
import { beginAtNoon } from './time.ts';

interface HostOptions {
  readonly language?: Language;
  /** The gateway's configuration; one Prometheus named Main where it says nothing of data sources. */
  readonly config?: object;
}

/** Lets a test file draw pages: a size for their elements, a theme, and a time to begin at. */
export function pageHost(): (page: ReactNode, address: string, options?: HostOptions) => void {
  fakeLayout();
  beginAtNoon();
  beforeEach(() => {
    vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener() {}, removeEventListener() {} }));
    usePreferences.setState({ theme: 'system', language: 'en', timeZone: 'utc', collapsedRows: {} });
  });
  return openPage;
}

const main = { dataSources: [{ id: 'main', name: 'Main', kind: 'prometheus' }] };

/** Draws one page at an address, with what the app gives it. */
function openPage(page: ReactNode, address: string, { language = 'en', config: given = {} }: HostOptions = {}): void {
  history.pushState(null, '', address);
  const config = v.parse(configSchema, { ...main, ...given });
  const services = { config, hosting: 'gateway', dataSources: createDataSources(config) } as const;
  const initial = { language, messages: language === 'en' ? en : ptBR };
  render(
    <QueryClientProvider client={createQueryClient()}>
      <ServicesProvider services={services}>
        <MessagesProvider language={language} initial={initial}>
          <ShortcutContext value={createShortcutRegistry()}>{page}</ShortcutContext>
        </MessagesProvider>
      </ServicesProvider>
    </QueryClientProvider>,
  );
}
