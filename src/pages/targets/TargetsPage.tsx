import { useMessages } from '../../data/services/messages.tsx';
import { targetsTexts } from '../../i18n/apart/targets.ts';
import { ServerPage } from '../frame/ServerPage.tsx';
import { TargetsView } from './TargetsView.tsx';

/** `/targets`: what the server scrapes, and how that goes. */
export default function TargetsPage() {
  const { language } = useMessages();
  return (
    <ServerPage title={targetsTexts[language].title} refresh={15_000}>
      {(props) => <TargetsView {...props} />}
    </ServerPage>
  );
}
