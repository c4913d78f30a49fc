import { useMessages } from '../../data/messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { TimePicker } from '../../ui/time/TimePicker.tsx';
import { useRangeMoves } from '../../view/useRangeMoves.ts';
import { ServerPage, type ServerPageProps } from '../frame/ServerPage.tsx';
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

function RangeControls({ view, change, clock, timeZone }: ServerPageProps) {
  const { language, messages } = useMessages();
  const texts = messages.shell;
  const moves = useRangeMoves({ range: view.range, now: clock.now, timeZone, change });
  return (
    <>
      <Button
        look="quiet"
        icon="zoomOut"
        aria-label={texts.time.zoomOut}
        title={texts.time.zoomOut}
        onClick={moves.out}
      />
      <TimePicker
        range={view.range}
        zone={view.timeZone}
        context={{ now: clock.now, timeZone, language }}
        onRange={(range) => change({ range }, 'push')}
        onZoomOut={moves.out}
        onZone={(zone) => change({ timeZone: zone }, 'push')}
        texts={texts}
      />
    </>
  );
}
