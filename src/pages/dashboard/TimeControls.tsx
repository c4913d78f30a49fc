import { useMessages } from '../../data/messages.tsx';
import { useRefreshStatus } from '../../data/useRefreshStatus.ts';
import { RefreshPicker } from '../../ui/time/RefreshPicker.tsx';
import { RangePicker, type RangePickerProps } from '../frame/RangePicker.tsx';
import styles from './DashboardPage.module.css';

/** Which time, how often, how old. Apart from the page, since it moves every second. */
export function TimeControls(shown: RangePickerProps) {
  const { view, change, clock } = shown;
  const texts = useMessages().messages.shell.time;
  const status = useRefreshStatus(clock);
  return (
    <>
      <RangePicker {...shown} zoomOutClass={styles.zoomOut} />
      <RefreshPicker
        refresh={view.refresh}
        status={status}
        onRefresh={(refresh) => change({ refresh }, 'push')}
        onRefreshNow={clock.refreshNow}
        texts={texts}
      />
    </>
  );
}
