import '../ui/global.css';
import type { ComponentProps } from 'react';
import { createRoot } from 'react-dom/client';
import { createQueryClient } from '../data/asking/queryClient.ts';
import { askAhead } from '../data/packs/usePacks.ts';
import { boot } from '../data/services/boot.ts';
import { boot as english } from '../i18n/en/shell/boot.ts';
import { boot as portuguese } from '../i18n/pt-BR/shell/boot.ts';
import { usePreferences } from '../view/preferences.ts';
import { App } from './App.tsx';
import { BootError } from './BootError.tsx';
import { showIcon } from './icon.ts';
import { appearanceIn } from './useAppearance.ts';

const place = document.getElementById('app');
if (place === null) throw new Error('index.html has no element with the id app');
const root = createRoot(place);
const language = appearanceIn(location.search).language ?? usePreferences.getState().language;
const bootTexts = { en: english, 'pt-BR': portuguese } as const;
// What is said when the step that is being taken fails.
let texts: ComponentProps<typeof BootError>['texts'] = bootTexts[language];

void showIcon();

/** Ms after which a start that failed is tried again: nobody stands before a wall who would. */
const patience = 30_000;

/** Starts the app. Where that fails it says so, and tries again until it does not. */
async function start(): Promise<void> {
  try {
    const { services, messages } = await boot(language);
    const queryClient = createQueryClient();
    await askAhead(queryClient, services, location.pathname);
    root.render(<App queryClient={queryClient} services={services} initial={{ language, messages }} />);
  } catch (error) {
    root.render(<BootError texts={texts} error={error} />);
    setTimeout(start, patience);
  }
}

try {
  // The one way from the app to the simulation; an ordinary build has nothing of it.
  if (import.meta.env.VITE_DEMO === 'true') {
    texts = (await import('../i18n/apart/simulated.ts')).simulatedTexts[language].boot;
    await (await import('../../mocks/hosts/browser.ts')).startDemo();
    texts = bootTexts[language];
  }
  await start();
} catch (error) {
  root.render(<BootError texts={texts} error={error} />);
}
