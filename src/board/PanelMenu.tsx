import type { RefObject } from 'react';
import { useServices } from '../data/services.tsx';
import { panelMenuTexts } from '../i18n/apart/panelMenu.ts';
import type { Language } from '../model/language.ts';
import type { BoundPanel, BoundPanelProps } from '../panels/registry.ts';
import { copyText } from '../ui/CopyButton.tsx';
import { Menu, type MenuItem } from '../ui/Menu.tsx';
import type { PanelInstance } from './layout.ts';
import styles from './Panel.module.css';
import { useBoardWorld } from './world.ts';

interface PanelMenuProps {
  readonly instance: PanelInstance;
  readonly title: string;
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
export default function PanelMenu({ instance, title, bound, props, section, onInspect }: PanelMenuProps) {
  const { language, links, only, grafanaUrl } = useBoardWorld();
  const { demo } = useServices().config;
  if (links === null) return null;
  const { id, panel, variables } = instance;
  const texts = panelMenuTexts[language];
  const items: MenuItem[] = [
    only !== null
      ? { label: texts.backToBoard, href: links.board() }
      : { label: texts.viewAlone, href: links.panel(id) },
    { label: texts.inspect, onSelect: onInspect },
  ];
  if (panel.grafana !== undefined) {
    const href = grafanaUrl(panel.grafana, 'full', variables);
    if (href === null) items.push({ label: texts.grafanaNotSet, disabled: true, onSelect: () => {} });
    else items.push({ label: texts.openInGrafana, icon: 'open', href, external: true });
  }
  items.push(
    'separator',
    { label: texts.copyLink, icon: 'copy', onSelect: () => void copyText(links.panel(id)) },
    { label: texts.copyEmbed, icon: 'copy', onSelect: () => void copyText(embedCode(links.embed(id), title)) },
  );
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

/** HTML that frames the panel on another site. */
function embedCode(url: string, title: string): string {
  const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
  return `<iframe src="${escaped(url)}" title="${escaped(title)}" width="600" height="300" loading="lazy" style="border:0"></iframe>`;
}
