import { useMessages } from '../data/messages.tsx';
import { languages } from '../model/language.ts';
import { Segmented } from '../ui/Field.tsx';
import { Popover } from '../ui/Popover.tsx';
import styles from './Preferences.module.css';
import { useAppearance } from './useAppearance.ts';

const themes = ['system', 'light', 'dark'] as const;

/** Theme and language, remembered on this device. */
export function Preferences() {
  const { messages } = useMessages();
  const { theme, language, setTheme, setLanguage } = useAppearance();
  const texts = messages.shell;
  return (
    <Popover label={texts.navigation.preferences} look="quiet" icon="settings" trigger={texts.navigation.preferences}>
      {() => (
        <div className={styles.preferences}>
          <Segmented
            label={texts.theme.label}
            options={themes.map((value) => ({ value, label: texts.theme[value] }))}
            value={theme}
            onChange={setTheme}
          />
          <Segmented
            label={texts.language.label}
            options={languages.map((value) => ({ value, label: texts.language[value] }))}
            value={language}
            onChange={setLanguage}
          />
        </div>
      )}
    </Popover>
  );
}
