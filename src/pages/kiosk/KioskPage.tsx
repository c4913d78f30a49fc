import { use } from 'react';
import { useSearch } from 'wouter/use-browser-location';
import { useBoardClock } from '../../data/clock/useBoardClock.ts';
import { useFoundPacks } from '../../data/packs/useFoundPacks.ts';
import { usePacks } from '../../data/packs/usePacks.ts';
import { useMessages } from '../../data/services/messages.tsx';
import { useDataSource } from '../../data/services/services.tsx';
import { kioskTexts } from '../../i18n/apart/kiosk.ts';
import { resolveTimeZone } from '../../model/timeZone.ts';
import { NoticeContext } from '../../ui/notice.ts';
import { useAppReady } from '../../ui/useAppReady.ts';
import { useView } from '../../view/useView.ts';
import { AlertStrip } from './AlertStrip.tsx';
import styles from './KioskPage.module.css';
import { NothingToShow } from './NothingToShow.tsx';
import { boardsOf, stayOf } from './playlist.ts';
import { useEverFound } from './useEverFound.ts';
import { useIdlePointer } from './useIdlePointer.ts';
import { useUpdates } from './useUpdates.ts';
import { useWakeLock } from './useWakeLock.ts';
import { Wall } from './Wall.tsx';

/** Systems are looked for, and alerts asked, this often; ms. A board's own refresh is its own. */
const lookEvery = 30_000;
const range = { from: 'now-1h', to: 'now' };

/** `/kiosk/<playlist>`: goes through the boards of the systems that are there, one at a time, with no chrome. */
export default function KioskPage({ playlist }: { readonly playlist: string }) {
  const { language } = useMessages();
  const stay = stayOf(useSearch());
  const { view } = useView({ range, refresh: lookEvery });
  const timeZone = resolveTimeZone(view.timeZone);
  const dataSource = useDataSource(view.dataSource);
  const clock = useBoardClock({ dataSource, range, refresh: lookEvery, timeZone, runsHidden: true });
  const { packs, isPending, error: packsError } = usePacks();
  const { found, isLooking: isSearching, warnings, error } = useFoundPacks(packs, dataSource, clock);
  const boards = boardsOf(playlist, packs, useEverFound(found));
  const [first, ...others] = boards ?? [];
  const isIdle = useIdlePointer();
  const isLooking = isPending || (dataSource !== null && isSearching);
  useWakeLock();
  useUpdates();
  useAppReady(!isLooking);
  return (
    <main className={styles.wall} data-idle={isIdle}>
      <title>{`${kioskTexts[language].title} · Mirante`}</title>
      {dataSource !== null && <AlertStrip packs={packs} dataSource={dataSource} clock={clock} />}
      {!first && <div className={styles.header}>{use(NoticeContext)}</div>}
      {first && <Wall boards={[first, ...others]} stay={stay} timeZone={timeZone} hasControls={!isIdle} />}
      {!first && !isLooking && (
        <NothingToShow
          playlist={boards === null ? playlist : null}
          packs={packs}
          error={packsError ?? error}
          doubt={[...found.values()].includes(null) ? warnings : null}
        />
      )}
    </main>
  );
}
