import { memo, type RefObject } from 'react';
import { useServices } from '../data/services/services.tsx';
import { panelMenuTexts } from '../i18n/apart/panelMenu.ts';
import type { Panel } from '../model/dashboard.ts';
import type { Language } from '../model/language.ts';
import type { BoundPanel, BoundPanelProps } from '../panels/registry.ts';
import type { QueryPlan } from '../prometheus/plan.ts';
import { copyText } from '../ui/CopyButton.tsx';
import { Menu, type MenuItem } from '../ui/Menu.tsx';
import { pageAddress } from '../view/carriedSearch.ts';
import { type ExploreQuery, exploreAddress } from '../view/explored.ts';
import type { PanelInstance } from './layout.ts';
import styles from './Panel.module.css';
import { type BoardWorld, useBoardWorld } from './world.ts';

/** What a panel shows at the moment that its menu is opened. */
export interface MenuSubject {
  /** What the panel asks, with variables filled in. */
  readonly plans: readonly QueryPlan[];
  /** Null while there is nothing drawn to save. */
  readonly drawn: { readonly bound: BoundPanel; readonly props: BoundPanelProps } | null;
}

interface PanelMenuProps {
  readonly instance: PanelInstance;
  readonly title: string;
  readonly subject: RefObject<MenuSubject>;
  readonly section: RefObject<HTMLElement | null>;
  readonly onInspect: () => void;
}

const saving = () => import('./export.ts');
const simulatedMark = async (language: Language) =>
  (await import('../i18n/apart/simulated.ts')).simulatedTexts[language].mark;

/** What can be done with a panel. It is not drawn again with the panel's data: what it needs of them it reads when it is opened. */
export default memo(function PanelMenu(props: PanelMenuProps) {
  const world = useBoardWorld();
  const { demo } = useServices().config;
  if (world.links === null) return null;
  return (
    <div className={styles.menu} data-export="skip">
      <Menu
        label={panelMenuTexts[world.language].label(props.title)}
        icon="more"
        look="quiet"
        align="end"
        items={() => [
          ...placeItems(props, world),
          'separator',
          ...linkItems(props, world),
          ...copyItems(props, world),
          ...saveItems(props, world, demo),
        ]}
      />
    </div>
  );
});

/** Ways to see the panel elsewhere, or to look into it. */
function placeItems({ instance, subject, onInspect }: PanelMenuProps, world: BoardWorld): MenuItem[] {
  const { dashboard, language, links, only, grafanaUrl } = world;
  const { id, panel, variables } = instance;
  const texts = panelMenuTexts[language];
  const items: MenuItem[] = [];
  if (links?.board) {
    if (only !== null) items.push({ label: texts.backToBoard, href: links.board() });
    else items.push({ label: texts.viewAlone, href: links.panel(id) });
  }
  items.push({ label: texts.inspect, onSelect: onInspect });
  // A page without a board explores already.
  const explored = links?.board ? exploredQueries(panel, subject.current.plans, language) : [];
  if (explored.length > 0) {
    const href = exploreAddress(explored, location.search, dashboard.range);
    items.push({ label: texts.explore, icon: 'search', href });
  }
  if (panel.grafana !== undefined) {
    const href = grafanaUrl(panel.grafana, 'full', variables);
    if (href === null) items.push({ label: texts.grafanaNotSet, disabled: true, onSelect: () => {} });
    else items.push({ label: texts.openInGrafana, icon: 'open', href, external: true });
  }
  return items;
}

/** Further places to look, as the panel's file names them. */
function linkItems({ instance: { panel } }: PanelMenuProps, { language }: BoardWorld): MenuItem[] {
  if (panel.links === undefined) return [];
  const items = panel.links.map(({ title, url }): MenuItem => {
    const isElsewhere = !url.startsWith('/');
    const href = isElsewhere ? url : pageAddress(url, location.search);
    return { label: title[language], href, ...(isElsewhere && { icon: 'open', external: true }) };
  });
  return [...items, 'separator'];
}

function copyItems({ instance: { id }, title }: PanelMenuProps, { links, language }: BoardWorld): MenuItem[] {
  if (links === null) return [];
  const texts = panelMenuTexts[language];
  const copyLink = () => void copyText(links.panel(id));
  const items: MenuItem[] = [{ label: texts.copyLink, icon: 'copy', onSelect: copyLink }];
  const { embed } = links;
  if (embed === null) return items;
  const copyEmbed = () => void copyText(embedCode(embed(id), title));
  return [...items, { label: texts.copyEmbed, icon: 'copy', onSelect: copyEmbed }];
}

function saveItems({ title, subject, section }: PanelMenuProps, { language }: BoardWorld, isDemo: boolean): MenuItem[] {
  if (subject.current.drawn === null) return [];
  const texts = panelMenuTexts[language];
  const saved = async () => ({ title, simulated: isDemo ? await simulatedMark(language) : null });
  // What is shown when it is chosen: a menu may stay open over a refresh.
  const saveCsv = async () => {
    const { drawn } = subject.current;
    if (drawn !== null) (await saving()).saveCsv(await saved(), drawn.bound.toTable(drawn.props));
  };
  const savePng = async () => section.current && (await saving()).savePng(await saved(), section.current);
  return ['separator', { label: texts.csv, onSelect: saveCsv }, { label: texts.png, onSelect: savePng }];
}

/** The queries of a panel as Explore takes them: as they are asked, so without variables. */
function exploredQueries(panel: Panel, plans: readonly QueryPlan[], language: Language): readonly ExploreQuery[] {
  return panel.queries.flatMap(({ legend }, i) => {
    const plan = plans[i];
    if (plan === undefined) return [];
    return [{ expr: plan.expr, legend: legend?.[language] ?? '', mode: plan.kind, isHidden: false }];
  });
}

/** HTML that frames the panel on another site. */
function embedCode(url: string, title: string): string {
  const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
  return `<iframe src="${escaped(url)}" title="${escaped(title)}" width="600" height="300" loading="lazy" style="border:0"></iframe>`;
}
