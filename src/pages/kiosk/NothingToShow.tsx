import { useMessages } from '../../data/services/messages.tsx';
import { kioskTexts } from '../../i18n/apart/kiosk.ts';
import type { PackSummary } from '../../model/pack.ts';
import { describeError } from '../../prometheus/describe.ts';
import { ButtonLink } from '../../ui/Button.tsx';
import { Message } from '../../ui/Message.tsx';
import { usePageAddress } from '../../view/usePageAddress.ts';
import styles from './KioskPage.module.css';

interface NothingToShowProps {
  /** The playlist that does not exist; null when there is just no board in it. */
  readonly playlist: string | null;
  readonly packs: readonly PackSummary[];
  /** Why the systems could not be looked for; null when they were. It is tried again by itself. */
  readonly error: unknown;
  /** What the server says of its answer, where that is partial and a system may be in the rest; null where there is none. */
  readonly doubt: readonly string[] | null;
}

/** An empty wall says why, and where to go from here. */
export function NothingToShow({ playlist, packs, error, doubt }: NothingToShowProps) {
  const { language, messages } = useMessages();
  const addressOf = usePageAddress();
  const texts = kioskTexts[language];
  if (error !== null) {
    const { title, advice, detail } = describeError(error, messages.errors);
    return (
      <div className={styles.nothing}>
        <Message role="alert" title={title}>
          <p>{advice}</p>
          {detail !== '' && <pre>{detail}</pre>}
        </Message>
      </div>
    );
  }
  if (playlist === null) {
    return (
      <div className={styles.nothing}>
        <Message title={texts.nothing} action={<ButtonLink href={addressOf('/')}>{texts.toOverview}</ButtonLink>}>
          {doubt === null ? texts.nothingDetail : texts.nothingKnown(doubt.join('; '))}
        </Message>
      </div>
    );
  }
  const playlists = [{ id: 'all', name: texts.all }, ...packs.map(({ id, title }) => ({ id, name: title[language] }))];
  return (
    <div className={styles.nothing}>
      <Message
        title={texts.noPlaylist(playlist)}
        action={playlists.map(({ id, name }) => (
          <ButtonLink key={id} href={addressOf(`/kiosk/${id}`)}>
            {name}
          </ButtonLink>
        ))}
      >
        {texts.noPlaylistDetail}
      </Message>
    </div>
  );
}
