import { lazy, Suspense, useDeferredValue, useMemo, useState } from 'react';
import { Board } from '../../board/Board.tsx';
import { useMessages } from '../../data/services/messages.tsx';
import { useVariables } from '../../data/variables/useVariables.ts';
import { autoTexts } from '../../i18n/apart/auto.ts';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { SearchInput } from '../../ui/Field.tsx';
import { useAppReady } from '../../ui/useAppReady.ts';
import { useRangeMoves } from '../../view/useRangeMoves.ts';
import type { ServerPageProps } from '../frame/ServerPage.tsx';
import { VariablePicker } from '../frame/VariablePicker.tsx';
import styles from './Auto.module.css';
import { boardOf } from './board.ts';
import type { Family } from './families.ts';
import { Loading } from './Loading.tsx';
import { rowsOf } from './rows.ts';
import { fittingRows } from './search.ts';
import { type Job, useSplits } from './useJob.ts';
import { useOpenRows } from './useOpenRows.ts';

// Few boards are kept.
const SaveBoard = lazy(async () => ({ default: (await import('./SaveBoard.tsx')).SaveBoard }));

interface AutoBoardProps extends ServerPageProps {
  readonly job: string;
  readonly known: Job;
}

/** What a job measures as a board. A row whose labels are still asked for opens when they are known. */
export function AutoBoard({ job, known, dataSource, clock, view, change, params, theme, timeZone }: AutoBoardProps) {
  const { language } = useMessages();
  const texts = autoTexts[language];
  const wanted = params.first('q');
  const all = useMemo(() => rowsOf(known.families), [known]);
  const rows = useMemo(() => fittingRows(all, wanted), [all, wanted]);
  const { isOpen, toggle } = useOpenRows(job, rows, wanted);
  const asked = useMemo(
    () =>
      all.filter((row) =>
        rows.some((one) => one.key === row.key && (isOpen(one) || hasPanel(row.families, view.panel))),
      ),
    [all, rows, isOpen, view.panel],
  );
  const { isKnown, splitOf } = useSplits(dataSource, job, asked);
  const scope = useMemo(() => ({ job, byInstance: known.families.some(({ name }) => name === 'up') }), [job, known]);
  const options = useMemo(() => ({ scope, rows, isOpen, splitOf }), [scope, rows, isOpen, splitOf]);
  const dashboard = useMemo(() => boardOf(options), [options]);
  const variables = useVariables({ dashboard, chosen: view.variables, dataSource, clock });
  const moves = useRangeMoves({ range: view.range, now: () => clock.now, timeZone, change });
  const [isSaving, setSaving] = useState(false);
  const complete = useMemo(() => new Set(all.filter(isKnown).map(({ key }) => key)), [all, isKnown]);
  // The first row does not wait for the panels of all others, which are out of sight.
  const later = useDeferredValue(complete, none);
  const first = rows.findIndex(isOpen);
  const opened = Object.fromEntries(
    rows.map((row, i) => [String(i), isOpen(row) && (i === first ? complete : later).has(row.key)]),
  );
  const isWaiting = view.panel === null ? asked.length > 0 && !asked.some(isKnown) : !asked.every(isKnown);
  useAppReady(!isWaiting);
  const count = new Intl.NumberFormat(language);
  const found = rows.reduce((sum, row) => sum + metricsIn(row.families), 0);
  return (
    <>
      <div className={styles.bar}>
        {view.panel !== null && (
          <ButtonLink icon="back" href={withPanel(null)}>
            {texts.all}
          </ButtonLink>
        )}
        <div className={styles.filter}>
          <SearchInput
            aria-label={texts.filter}
            placeholder={texts.filter}
            value={wanted}
            onChange={({ currentTarget }) =>
              params.set({ q: currentTarget.value === '' ? [] : [currentTarget.value] }, 'replace')
            }
          />
        </div>
        {variables.states.map((state) => (
          <VariablePicker
            key={state.variable.name}
            label={texts.instance}
            state={state}
            onChoose={(values) =>
              change({ variables: new Map(view.variables).set(state.variable.name, values) }, 'push')
            }
          />
        ))}
        <Button onClick={() => setSaving(true)}>{texts.save.open}</Button>
      </div>
      <p className={styles.note} role="status">
        {wanted === ''
          ? texts.made(count.format(known.shown))
          : texts.found(count.format(found), count.format(known.shown))}{' '}
        {known.total > known.shown && texts.capped(count.format(known.shown), count.format(known.total))}
      </p>
      {rows.length === 0 && <p>{texts.nothingFits}</p>}
      {isWaiting ? (
        <Loading />
      ) : (
        <div className={view.panel === null ? undefined : styles.alone}>
          <Board
            system=""
            dashboard={dashboard}
            dataSource={dataSource}
            clock={clock}
            variables={variables}
            surface="page"
            theme={theme}
            timeZone={timeZone}
            only={view.panel}
            onZoom={moves.zoom}
            grafanaUrl={noGrafana}
            links={links}
            rows={opened}
            onToggleRow={(id, open) => toggle(rows[Number(id)], open)}
          />
        </div>
      )}
      <Suspense>
        {isSaving && (
          <SaveBoard
            job={job}
            dashboard={boardOf({ ...options, rows: rows.filter((row) => isOpen(row) && complete.has(row.key)) })}
            onClose={() => setSaving(false)}
          />
        )}
      </Suspense>
    </>
  );
}

const none: ReadonlySet<string> = new Set();

const noGrafana = () => null;

/** The page's own address with one panel alone, or with all. */
function withPanel(panel: string | null): string {
  const address = new URL(location.href);
  if (panel === null) address.searchParams.delete('panel');
  else address.searchParams.set('panel', panel);
  return address.href;
}

const links = { panel: withPanel, board: () => withPanel(null), embed: null };

const hasPanel = (families: readonly Family[], panel: string | null) =>
  panel !== null && families.some(({ id }) => panel === id || panel === `${id}-rate`);

const metricsIn = (families: readonly Family[]) => families.reduce((sum, { metrics }) => sum + metrics.length, 0);
