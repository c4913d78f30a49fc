import '../ui/global.css';
import { createRoot } from 'react-dom/client';
import { boot } from '../data/boot.ts';
import { usePreferences } from '../view/preferences.ts';
import { App } from './App.tsx';
import { BootError } from './BootError.tsx';
import { appearanceIn } from './useAppearance.ts';

const place = document.getElementById('app');
if (place === null) throw new Error('index.html has no element with the id app');
const root = createRoot(place);
const language = appearanceIn(location.search).language ?? usePreferences.getState().language;

try {
  const { services, messages } = await boot(language);
  root.render(<App services={services} initial={{ language, messages }} />);
} catch (error) {
  root.render(<BootError language={language} error={error} />);
}
