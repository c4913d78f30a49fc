import { useMessages } from '../../data/services/messages.tsx';
import { statusTexts } from '../../i18n/apart/status.ts';
import { SearchInput } from '../../ui/Field.tsx';
import { LongText } from '../frame/LongText.tsx';
import type { ServerPageProps } from '../frame/ServerPage.tsx';
import styles from './Status.module.css';

interface FlagsProps {
  readonly flags: Readonly<Record<string, string>>;
  readonly params: ServerPageProps['params'];
}

/** The flags that the server runs with; what is searched for is in the URL. */
export function Flags({ flags, params }: FlagsProps) {
  const { language } = useMessages();
  const texts = statusTexts[language].flags;
  const wanted = params.first('flag');
  const shown = Object.entries(flags)
    .filter((flag) => flag.some((text) => text.toLowerCase().includes(wanted.trim().toLowerCase())))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return (
    <>
      <div className={styles.search}>
        <SearchInput
          aria-label={texts.search}
          placeholder={texts.search}
          value={wanted}
          onChange={({ currentTarget: { value } }) => params.set({ flag: value === '' ? [] : [value] }, 'replace')}
        />
        <span className={styles.quiet} role="status">
          {shown.length === 0 ? texts.none : texts.count(shown.length)}
        </span>
      </div>
      <dl className={styles.facts}>
        {shown.map(([name, value]) => (
          <div key={name}>
            <dt>--{name}</dt>
            <dd>{value === '' ? <i>{texts.empty}</i> : <LongText text={value} />}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
