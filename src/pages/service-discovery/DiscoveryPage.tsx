import { useMessages } from '../../data/services/messages.tsx';
import { discoveryTexts } from '../../i18n/apart/discovery.ts';
import { ServerPage } from '../frame/ServerPage.tsx';
import { DiscoveryView } from './DiscoveryView.tsx';

/** `/service-discovery`: what was discovered, and what relabelling made of it. */
export default function DiscoveryPage() {
  const { language } = useMessages();
  return <ServerPage title={discoveryTexts[language].title}>{(props) => <DiscoveryView {...props} />}</ServerPage>;
}
