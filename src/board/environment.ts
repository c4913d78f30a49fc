import type { PanelEnvironment } from '../panels/contract.ts';
import { interpolateText } from '../prometheus/interpolate.ts';
import type { PanelInstance } from './layout.ts';
import type { BoardWorld } from './world.ts';

/**
 * The world as one panel sees it at a tick (`now`: epoch ms on the server's clock; `scrapeInterval`: ms, of what the panel asks). Made
 * anew at each tick only, so that a panel is drawn when there is something new.
 */
export function panelEnvironment(
  world: BoardWorld,
  now: number,
  scrapeInterval: number,
  { id, panel, variables }: PanelInstance,
): PanelEnvironment {
  const { language, messages } = world;
  return {
    panelId: id,
    title: interpolateText(panel.title[language], variables, messages.board.all),
    language,
    messages,
    timeZone: world.timeZone,
    theme: world.theme,
    surface: world.surface,
    now,
    scrapeInterval,
    crosshair: world.crosshair,
    colorSlots: world.colorSlots,
    interpolate: (text) => interpolateText(text, variables, messages.board.all),
    grafanaUrl: (link, mode) => world.grafanaUrl(link, mode, variables),
  };
}
