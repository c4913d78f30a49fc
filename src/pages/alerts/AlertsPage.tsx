import { useState } from 'react';
import { useMessages } from '../../data/services/messages.tsx';
import { alertsTexts } from '../../i18n/apart/alerts.ts';
import { ServerPage } from '../frame/ServerPage.tsx';
import { AlertsView } from './AlertsView.tsx';

/** `/alerts`: what is wrong, since when, and who is on it. */
export default function AlertsPage() {
  const { language } = useMessages();
  const [mark, setMark] = useState('');
  return (
    <ServerPage title={alertsTexts[language].title} mark={mark} refresh={15_000}>
      {(props) => <AlertsView {...props} onMark={setMark} />}
    </ServerPage>
  );
}
