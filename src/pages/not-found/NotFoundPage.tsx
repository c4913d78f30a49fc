import { useLocation } from 'wouter';
import { usePacks } from '../../data/packs/usePacks.ts';
import { useMessages } from '../../data/services/messages.tsx';
import { notFoundTexts } from '../../i18n/apart/notFound.ts';
import { Message } from '../../ui/Message.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { useAppReady } from '../../ui/useAppReady.ts';
import { usePageAddress } from '../../view/usePageAddress.ts';
import styles from './NotFoundPage.module.css';

/** An address that leads nowhere, with all that lead somewhere. */
export default function NotFoundPage() {
  const { language, messages } = useMessages();
  const [path] = useLocation();
  const addressOf = usePageAddress();
  const { packs } = usePacks();
  const { navigation } = messages.shell;
  const texts = notFoundTexts[language];
  useAppReady(true);
  return (
    <>
      <title>{`${texts.title} · Mirante`}</title>
      <PageHeader title={texts.title} menuLabel={navigation.open} />
      <div className={styles.page}>
        <Message title={texts.detail(path)}>
          <ul className={styles.list}>
            <li>
              <a href={addressOf('/')}>{navigation.overview}</a>
            </li>
            <li>
              <a href={addressOf('/kiosk/all')}>{navigation.wall}</a>
            </li>
            {packs.flatMap((pack) =>
              pack.dashboards.map(({ id, title }) => (
                <li key={`${pack.id}/${id}`}>
                  <a href={addressOf(`/d/${pack.id}/${id}`)}>{`${pack.title[language]} / ${title[language]}`}</a>
                </li>
              )),
            )}
          </ul>
        </Message>
      </div>
    </>
  );
}
