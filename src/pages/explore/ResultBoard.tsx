import { useMemo } from 'react';
import { Board } from '../../board/Board.tsx';
import type { BoardLinks, BoardWorld } from '../../board/world.ts';
import type { BoardClock } from '../../data/clock/useBoardClock.ts';
import type { Variables } from '../../data/variables/useVariables.ts';
import type { Explored, ExploreQuery } from '../../view/explored.ts';
import type { ServerPageProps } from '../frame/ServerPage.tsx';
import type { MeteredSource } from './meteredSource.ts';
import { boardOf, panelOf } from './panel.ts';
import type { PanelId } from './useAsked.ts';
import { useTexts } from './useTexts.ts';

interface ResultBoardProps extends Pick<ServerPageProps, 'clock' | 'theme' | 'timeZone'> {
  readonly id: PanelId;
  /** All of one mode. */
  readonly queries: readonly ExploreQuery[];
  readonly explored: Explored;
  readonly source: MeteredSource;
  readonly onZoom: BoardWorld['onZoom'];
  readonly onPlans: BoardWorld['onPlans'];
}

const noVariables: Variables = { states: [], values: new Map(), errors: new Map(), asked: [] };
const noGrafana = () => null;
/** The page's own address is that of its panels. */
const links: BoardLinks = { panel: () => location.href, board: null, embed: null };

/** Queries as one panel of a board, with all that a board's panels say of their data. */
export function ResultBoard({ id, queries, explored, source, ...rest }: ResultBoardProps) {
  const texts = useTexts();
  const { clock, theme, timeZone, onZoom, onPlans } = rest;
  const { step, at, display } = explored;
  const title = texts.results[id];
  const isGraph = id === 'range' && display === 'graph';
  const dashboard = useMemo(
    () => boardOf(panelOf(queries, { id, kind: isGraph ? 'timeseries' : 'table', title, height: isGraph ? 420 : 480 })),
    [queries, id, isGraph, title],
  );
  const clockAt = useMemo(() => (id === 'range' || at === null ? clock : endingAt(clock, at)), [clock, id, at]);
  return (
    <Board
      system=""
      dashboard={dashboard}
      dataSource={source.dataSource}
      clock={clockAt}
      variables={noVariables}
      surface="page"
      theme={theme}
      timeZone={timeZone}
      onZoom={onZoom}
      grafanaUrl={noGrafana}
      links={links}
      step={step ?? undefined}
      onPlans={onPlans}
    />
  );
}

/** The clock with its range moved so that it ends at `to`, epoch ms: what is instant is asked then. */
function endingAt(clock: BoardClock, to: number): BoardClock {
  const span = { from: to - (clock.span.to - clock.span.from), to };
  return { ...clock, span, asked: span };
}
