import { useMessages } from '../../data/services/messages.tsx';
import { ShownTime } from '../../ui/time/ShownTime.tsx';
import type { View } from '../../view/urlState.ts';
import { RangePicker, type RangePickerProps } from '../frame/RangePicker.tsx';
import { RefreshControl } from '../frame/RefreshControl.tsx';
import styles from './DashboardPage.module.css';
import { useHost } from './host.tsx';

/** Which time the board shows, and how often it asks. */
export function TimeControls(props: Omit<RangePickerProps, 'zoomOutClass' | 'children'>) {
  const { view, change } = props;
  return (
    <>
      <RangePicker {...props} zoomOutClass={styles.zoomOut}>
        <BoardTime view={view} />
      </RangePicker>
      <BoardRefresh view={view} onRefresh={(refresh) => change({ refresh }, 'push')} />
    </>
  );
}

function BoardTime({ view }: { readonly view: View }) {
  const { language, messages } = useMessages();
  const { clock, timeZone } = useHost();
  return <ShownTime range={view.range} context={{ now: clock.now, timeZone, language }} texts={messages.shell.time} />;
}

interface BoardRefreshProps {
  readonly view: View;
  readonly onRefresh: (refresh: number | null) => void;
}

function BoardRefresh({ view, onRefresh }: BoardRefreshProps) {
  return <RefreshControl refresh={view.refresh} clock={useHost().clock} onRefresh={onRefresh} />;
}
