import { createContext, type ReactNode, use, useEffect, useState } from 'react';
import { loadMessages } from '../../i18n/load.ts';
import type { Messages } from '../../i18n/messages.ts';
import type { Language } from '../../model/language.ts';

interface Translation {
  readonly language: Language;
  readonly messages: Messages;
}

const MessagesContext = createContext<Translation | null>(null);

/** Shows the app in `language`; while another language loads, the old one stays on screen. `initial` is loaded at boot. */
export function MessagesProvider(props: { language: Language; initial: Translation; children: ReactNode }) {
  const { language, initial, children } = props;
  const [translation, setTranslation] = useState(initial);
  const isShown = translation.language === language;
  useEffect(() => {
    if (isShown) return;
    let wanted = true;
    loadMessages(language).then(
      (messages) => wanted && setTranslation({ language, messages }),
      (error: unknown) => console.error('The texts could not be loaded; the language stays as it is.', error),
    );
    return () => {
      wanted = false;
    };
  }, [language, isShown]);
  return <MessagesContext value={translation}>{children}</MessagesContext>;
}

/** The language on screen and its texts. */
export function useMessages(): Translation {
  const translation = use(MessagesContext);
  if (translation === null) throw new Error('MessagesProvider is missing above this component');
  return translation;
}
