import { useMessages } from '../data/services/messages.tsx';
import { languages } from '../model/language.ts';
import { Segmented } from '../ui/Field.tsx';
import { themes } from '../view/theme.ts';
import styles from './PreferencesBody.module.css';
import { useAppearance } from './useAppearance.ts';

/** The choices themselves; loaded when they are asked for. */
export default function PreferencesBody() {
  const { messages } = useMessages();
  const { theme, language, setTheme, setLanguage } = useAppearance();
  const texts = messages.shell;
  return (
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
  );
}
