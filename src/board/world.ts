import { createContext, use } from 'react';
import type { FiringAlerts } from '../data/alerts/useFiringAlerts.ts';
import type { BoardClock } from '../data/clock/useBoardClock.ts';
import type { DataSource } from '../data/source/dataSource.ts';
import type { Messages } from '../i18n/messages.ts';
import type { Dashboard, GrafanaLink } from '../model/dashboard.ts';
import type { Language } from '../model/language.ts';
import type { Crosshair, PanelEnvironment, TimeSpan } from '../panels/contract.ts';
import type { VariableValues } from '../prometheus/interpolate.ts';
import type { QueryPlan } from '../prometheus/plan.ts';
import type { ColorSlots } from './colorSlots.ts';
import type { PanelInstance } from './layout.ts';
import type { Obstacle } from './obstacle.ts';

/** Who shows the board: a page of the app, a wall, or a host application. */
export type Surface = PanelEnvironment['surface'];

/** Addresses that only the host of the board knows. Absolute, so that they can be copied. */
export interface BoardLinks {
  /** The board with this panel alone. */
  readonly panel: (panelId: string) => string;
  /** The board with all panels; null where there is but the one. */
  readonly board: (() => string) | null;
  /** The panel as another site frames it; null where it cannot. */
  readonly embed: ((panelId: string) => string) | null;
}

/** What the board gives to each of its panels, for as long as the viewer changes nothing: what moves with each tick is its clock's. */
export interface BoardWorld {
  readonly dashboard: Dashboard;
  readonly dataSource: DataSource;
  readonly surface: Surface;
  readonly language: Language;
  readonly messages: Messages;
  readonly theme: 'light' | 'dark';
  /** A zone: see model/timeZone.ts. */
  readonly timeZone: string;
  readonly crosshair: Crosshair;
  readonly colorSlots: ColorSlots;
  /** Ms between scrapes of what an expression reads, variables already in. */
  readonly scrapeInterval: (expr: string) => number;
  /** What keeps a panel from being asked; null when nothing does. */
  readonly obstacle: (instance: PanelInstance) => Obstacle | null;
  readonly firing: FiringAlerts;
  readonly grafanaUrl: (link: GrafanaLink, mode: 'solo' | 'full', variables: VariableValues) => string | null;
  /** Null on surfaces that have no menus. */
  readonly links: BoardLinks | null;
  /** The id of the one panel that is shown alone; null when all are. */
  readonly only: string | null;
  readonly onZoom: (span: TimeSpan | null) => void;
  /** Exactly this step for all range queries, ms; undefined: what fits each panel. */
  readonly step: number | undefined;
  /** Told what each panel asks, whenever that changes; the same list as long as it does not. */
  readonly onPlans: ((panelId: string, plans: readonly QueryPlan[]) => void) | undefined;
}

const BoardContext = createContext<BoardWorld | null>(null);
export const BoardProvider = BoardContext;

export function useBoardWorld(): BoardWorld {
  const world = use(BoardContext);
  if (world === null) throw new Error('A panel stands outside of a board');
  return world;
}

const ClockContext = createContext<BoardClock | null>(null);
export const ClockProvider = ClockContext;

/** The board's clock: what reads it is drawn at each tick. */
export function useClock(): BoardClock {
  const clock = use(ClockContext);
  if (clock === null) throw new Error('A panel stands outside of a board');
  return clock;
}
