import { useMessages } from '../../data/services/messages.tsx';
import { paletteTexts } from '../../i18n/apart/palette.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import styles from './Palette.module.css';

interface PaletteFootProps {
  /** What was just done; '' for nothing. */
  readonly note: string;
  /** How much was found. */
  readonly count: number;
}

/** What was done, or how much there is, and the keys. */
export function PaletteFoot({ note, count }: PaletteFootProps) {
  const { language } = useMessages();
  const texts = paletteTexts[language];
  return (
    <footer className={styles.foot}>
      <span role="status">{note === '' ? texts.count(count) : note}</span>
      <span aria-hidden="true" className={styles.keys}>
        <Kbd keys="↑ ↓" /> {texts.keys.move} <Kbd keys="↵" /> {texts.keys.choose}
      </span>
    </footer>
  );
}
