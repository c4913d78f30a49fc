import { useMessages } from '../../data/services/messages.tsx';
import { pushgatewayTexts } from '../../i18n/apart/pushgateway.ts';
import { ServerPage } from '../frame/ServerPage.tsx';
import { PushgatewayView } from './PushgatewayView.tsx';

/** `/pushgateway`: what was pushed, when, and how that went. */
export default function PushgatewayPage() {
  const { language } = useMessages();
  return <ServerPage title={pushgatewayTexts[language].title}>{(props) => <PushgatewayView {...props} />}</ServerPage>;
}
