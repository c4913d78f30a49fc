import { memo, useEffect, useMemo, useState } from 'react';
import { useFiringAlerts } from '../data/alerts/useFiringAlerts.ts';
import type { BoardClock } from '../data/clock/useBoardClock.ts';
import { useClockSync } from '../data/clock/useClockSync.ts';
import { useScrapeInterval } from '../data/panel/useScrapeInterval.ts';
import { useMessages } from '../data/services/messages.tsx';
import type { DataSource } from '../data/source/dataSource.ts';
import { useStableRecord } from '../data/useStable.ts';
import { failuresOf } from '../data/variables/unknown.ts';
import type { Variables } from '../data/variables/useVariables.ts';
import type { Dashboard } from '../model/dashboard.ts';
import type { TimeSpan } from '../panels/contract.ts';
import { Message } from '../ui/Message.tsx';
import styles from './Board.module.css';
import { BoardRow } from './BoardRow.tsx';
import { createColorSlots } from './colorSlots.ts';
import { createCrosshair } from './crosshair.ts';
import { findPanel, layOut, type PanelInstance, type RowInstance } from './layout.ts';
import { type KnownVariables, obstacleOf } from './obstacle.ts';
import { PanelHost } from './PanelHost.tsx';
import {
  type BoardLinks,
  BoardProvider,
  type BoardWorld,
  ClockProvider,
  type Surface,
  useBoardWorld,
} from './world.ts';

export interface BoardProps {
  /** Id of the pack that the dashboard belongs to: its alerts are the board's. */
  readonly system: string;
  readonly dashboard: Dashboard;
  readonly dataSource: DataSource;
  readonly clock: BoardClock;
  readonly variables: Variables;
  readonly surface: Surface;
  readonly theme: 'light' | 'dark';
  /** A zone: see model/timeZone.ts. */
  readonly timeZone: string;
  /** Draw these rows of it, laid out with the same variables, and not all. */
  readonly part?: readonly RowInstance[];
  /** Draw this panel alone. */
  readonly only?: string | null;
  readonly onZoom: (span: TimeSpan | null) => void;
  readonly grafanaUrl: BoardWorld['grafanaUrl'];
  /** Null: the panels have no menus. */
  readonly links?: BoardLinks | null;
  /** Row ids that the viewer opened (true) or closed (false); others are as the dashboard says. */
  readonly rows?: Readonly<Record<string, boolean>>;
  readonly onToggleRow?: (rowId: string, isOpen: boolean) => void;
  readonly step?: number | undefined;
  readonly onPlans?: BoardWorld['onPlans'];
}

/**
 * A dashboard with its panels. It knows none of its hosts: page, wall and embedding differ in `surface`, which sizes it,
 * and in what they pass. It gives its clock on by context, so that a tick draws what shows the time and no more.
 */
export function Board({ clock, variables, ...rest }: BoardProps) {
  const { system, dashboard, dataSource } = rest;
  useClockSync(dataSource, clock);
  const firing = useFiringAlerts(system, dashboard, dataSource, clock);
  const { values, errors, asked } = variables;
  return (
    <ClockProvider value={clock}>
      <Rows {...rest} values={values} errors={errors} asked={asked} firing={firing} />
    </ClockProvider>
  );
}

type RowsProps = Omit<BoardProps, 'clock' | 'variables' | 'system'> & KnownVariables & Pick<BoardWorld, 'firing'>;

/** What stays as it is from tick to tick. */
const Rows = memo(function Rows(props: RowsProps) {
  const { dashboard, dataSource, surface, theme, timeZone, values, errors, asked, firing, part } = props;
  const { onZoom, grafanaUrl, only = null, links = null, rows: opened = {}, onToggleRow, step, onPlans } = props;
  const { language, messages } = useMessages();
  const [crosshair] = useState(createCrosshair);
  const [colorSlots] = useState(() => createColorSlots());
  const { intervalOf } = useScrapeInterval(dataSource);
  const obstacle = useMemo(() => {
    const known = { values, errors: failuresOf(dashboard.variables, { values, errors }), asked };
    return (instance: PanelInstance) => obstacleOf(instance, dashboard, known);
  }, [dashboard, values, errors, asked]);
  const world = useStableRecord<BoardWorld>({
    dashboard,
    dataSource,
    surface,
    language,
    messages,
    theme,
    timeZone,
    crosshair,
    colorSlots,
    firing,
    grafanaUrl,
    links,
    only,
    onZoom,
    step,
    onPlans,
    obstacle,
    scrapeInterval: intervalOf,
  });
  const rows = useMemo(() => part ?? layOut(dashboard, values), [part, dashboard, values]);
  useEffect(() => () => crosshair.set(null), [crosshair]);
  return (
    <BoardProvider value={world}>
      {only === null ? (
        <div className={styles.board} data-surface={surface}>
          {rows.map((row) => (
            <BoardRow
              key={row.id}
              row={row}
              isOpen={surface === 'wall' ? !row.row.collapsed : (opened[row.id] ?? !row.row.collapsed)}
              {...(onToggleRow && surface !== 'wall' && { onToggle: onToggleRow })}
            />
          ))}
        </div>
      ) : (
        <div className={styles.alone} data-surface={surface}>
          <Alone instance={findPanel(rows, only)} id={only} heading={surface === 'embed' ? 'h1' : 'h2'} />
        </div>
      )}
    </BoardProvider>
  );
});

interface AloneProps {
  readonly instance: PanelInstance | null;
  readonly id: string;
  readonly heading: 'h1' | 'h2';
}

/** One panel, if there is one of that id. */
function Alone({ instance, id, heading }: AloneProps) {
  const { messages } = useBoardWorld();
  if (instance === null) return <Message title={messages.board.panel.notFound(id)} />;
  return <PanelHost instance={instance} heading={heading} />;
}
