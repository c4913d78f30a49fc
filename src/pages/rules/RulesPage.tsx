import { useMessages } from '../../data/services/messages.tsx';
import { rulesTexts } from '../../i18n/apart/rules.ts';
import { ServerPage } from '../frame/ServerPage.tsx';
import { RulesView } from './RulesView.tsx';

/** `/rules`: what the server evaluates again and again, and how that goes. */
export default function RulesPage() {
  const { language } = useMessages();
  return <ServerPage title={rulesTexts[language].title}>{(props) => <RulesView {...props} />}</ServerPage>;
}
