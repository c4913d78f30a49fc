import { RangeControls } from '../frame/RangeControls.tsx';
import { ServerPage } from '../frame/ServerPage.tsx';
import { ExploreView } from './ExploreView.tsx';
import { useTexts } from './useTexts.ts';

/** `/explore`: asks one server anything. */
export default function ExplorePage() {
  const texts = useTexts();
  return (
    <ServerPage title={texts.title} refresh={null} actions={(props) => <RangeControls {...props} />}>
      {(props) => <ExploreView key={props.dataSource.id} {...props} />}
    </ServerPage>
  );
}
