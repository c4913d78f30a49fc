import type { RefObject } from 'react';
import { useServices } from '../data/services.tsx';
import { panelMenuTexts } from '../i18n/apart/panelMenu.ts';
import type { Panel } from '../model/dashboard.ts';
import type { Language } from '../model/language.ts';
import type { BoundPanel, BoundPanelProps } from '../panels/registry.ts';
import type { QueryPlan } from '../prometheus/plan.ts';
import { copyText } from '../ui/CopyButton.tsx';
import { Menu, type MenuItem } from '../ui/Menu.tsx';
import { type ExploreQuery, exploreAddress } from '../view/explored.ts';
import type { PanelInstance } from './layout.ts';
import styles from './Panel.module.css';
import { useBoardWorld } from './world.ts';

interface PanelMenuProps {
  readonly instance: PanelInstance;
  readonly title: string;
  /** What the panel asks, with variables filled in. */
  readonly plans: readonly QueryPlan[];
  /** Null while there is nothing drawn to save. */
  readonly bound: BoundPanel | null;
  readonly props: BoundPanelProps | null;
  readonly section: RefObject<HTMLElement | null>;
  readonly onInspect: () => void;
}

const saving = () => import('./export.ts');
const simulatedMark = async (language: Language) =>
  (await import('../i18n/apart/simulated.ts')).simulatedTexts[language].mark;

/** What can be done with a panel. */
export default function PanelMenu({ instance, title, plans, bound, props, section, onInspect }: PanelMenuProps) {
  const { dashboard, language, links, only, grafanaUrl } = useBoardWorld();
  const { demo } = useServices().config;
  if (links === null) return null;
  const { id, panel, variables } = instance;
  const texts = panelMenuTexts[language];
  const items: MenuItem[] = [];
  if (links.board !== null) {
    if (only !== null) items.push({ label: texts.backToBoard, href: links.board() });
    else items.push({ label: texts.viewAlone, href: links.panel(id) });
  }
  items.push({ label: texts.inspect, onSelect: onInspect });
  // A page without a board explores already.
  const explored = links.board === null ? [] : exploredQueries(panel, plans, language);
  if (explored.length > 0) {
    items.push({
      label: texts.explore,
      icon: 'search',
      href: exploreAddress(explored, location.search, dashboard.range),
    });
  }
  if (panel.grafana !== undefined) {
    const href = grafanaUrl(panel.grafana, 'full', variables);
    if (href === null) items.push({ label: texts.grafanaNotSet, disabled: true, onSelect: () => {} });
    else items.push({ label: texts.openInGrafana, icon: 'open', href, external: true });
  }
  items.push('separator', { label: texts.copyLink, icon: 'copy', onSelect: () => void copyText(links.panel(id)) });
  const { embed } = links;
  if (embed !== null) {
    const copyEmbed = () => void copyText(embedCode(embed(id), title));
    items.push({ label: texts.copyEmbed, icon: 'copy', onSelect: copyEmbed });
  }
  if (bound !== null && props !== null) {
    const saved = async () => ({ title, simulated: demo ? await simulatedMark(language) : null });
    const saveCsv = async () => (await saving()).saveCsv(await saved(), bound.toTable(props));
    const savePng = async () => section.current && (await saving()).savePng(await saved(), section.current);
    items.push('separator', { label: texts.csv, onSelect: saveCsv }, { label: texts.png, onSelect: savePng });
  }
  return (
    <div className={styles.menu} data-export="skip">
      <Menu label={texts.label(title)} icon="more" look="quiet" align="end" items={items} />
    </div>
  );
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
