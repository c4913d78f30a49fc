import { useMessages } from '../../data/services/messages.tsx';
import { statusTexts } from '../../i18n/apart/status.ts';
import { ServerPage } from '../frame/ServerPage.tsx';
import { StatusView } from './StatusView.tsx';

/** `/status`: what the server is, how it runs, what its database holds. */
export default function StatusPage() {
  const { language } = useMessages();
  return (
    <ServerPage title={statusTexts[language].title} refresh={60_000}>
      {(props) => <StatusView {...props} />}
    </ServerPage>
  );
}
