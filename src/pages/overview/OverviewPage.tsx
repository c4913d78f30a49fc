import { useWatchdog } from '../../data/alerts/watchdog.ts';
import { useBoardClock } from '../../data/clock/useBoardClock.ts';
import { usePacks } from '../../data/packs/usePacks.ts';
import { useMessages } from '../../data/services/messages.tsx';
import { useDataSource } from '../../data/services/services.tsx';
import { useShownTheme } from '../../data/services/useShownTheme.ts';
import { overviewTexts } from '../../i18n/apart/overview.ts';
import { resolveTimeZone } from '../../model/timeZone.ts';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { useShortcuts } from '../../ui/shortcuts/registry.ts';
import { useView } from '../../view/useView.ts';
import { RefreshControl } from '../frame/RefreshControl.tsx';
import { WatchdogNotice } from '../frame/WatchdogNotice.tsx';
import { NoDataSource, PacksFailed } from './FirstSteps.tsx';
import styles from './OverviewPage.module.css';
import { PackProblems } from './PackProblems.tsx';
import { Systems } from './Systems.tsx';

/** The sparklines reach back this far; the address can change how often they are asked, not this. */
const range = { from: 'now-6h', to: 'now' };

/** The first page: which of the known systems are here, how they fare, and where to look closer. */
export default function OverviewPage() {
  const { language, messages } = useMessages();
  const texts = overviewTexts[language];
  const { view, change } = useView({ range, refresh: 30_000 });
  const theme = useShownTheme(view.theme);
  const dataSource = useDataSource(view.dataSource);
  const clock = useBoardClock({ dataSource, range, refresh: view.refresh, timeZone: resolveTimeZone(view.timeZone) });
  const { packs, problems, isPending, error } = usePacks();
  const watchdog = useWatchdog(dataSource, clock);
  const setRefresh = (refresh: number | null) => change({ refresh }, 'push');
  useShortcuts([{ keys: 'r', label: messages.shell.time.refreshNow, run: clock.refreshNow }]);
  return (
    <>
      <title>{`${texts.title} · Mirante`}</title>
      <PageHeader title={texts.title} menuLabel={messages.shell.navigation.open}>
        {dataSource !== null && <RefreshControl refresh={view.refresh} clock={clock} onRefresh={setRefresh} />}
      </PageHeader>
      <div className={styles.page}>
        <WatchdogNotice failure={watchdog} />
        {problems.length > 0 && <PackProblems problems={problems} />}
        {dataSource === null && <NoDataSource />}
        {error !== null && <PacksFailed error={error} />}
        {dataSource !== null && !isPending && error === null && (
          <Systems packs={packs} dataSource={dataSource} clock={clock} theme={theme} />
        )}
      </div>
    </>
  );
}
