import { lazy, Suspense } from 'react';
import { useMessages } from '../data/services/messages.tsx';
import { Popover } from '../ui/Popover.tsx';

const PreferencesBody = lazy(() => import('./PreferencesBody.tsx'));

/** Theme and language, remembered on this device. */
export function Preferences() {
  const { messages } = useMessages();
  const texts = messages.shell.navigation;
  return (
    <Popover label={texts.preferences} look="quiet" icon="settings" trigger={texts.preferences}>
      {() => (
        <Suspense>
          <PreferencesBody />
        </Suspense>
      )}
    </Popover>
  );
}
