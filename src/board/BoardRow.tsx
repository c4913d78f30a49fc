import type { CSSProperties } from 'react';
import { panelRegistry } from '../panels/registry.ts';
import { interpolateText } from '../prometheus/interpolate.ts';
import styles from './Board.module.css';
import type { PanelInstance, RowInstance } from './layout.ts';
import { PanelHost } from './PanelHost.tsx';
import { useBoardWorld } from './world.ts';

interface BoardRowProps {
  readonly row: RowInstance;
  readonly isOpen: boolean;
  /** Without it the row cannot be collapsed. */
  readonly onToggle?: (rowId: string, isOpen: boolean) => void;
}

/** CSS pixels of a panel, head included. */
const heightOf = ({ panel }: PanelInstance) => panel.height ?? panelRegistry[panel.kind].height;

/** A row of panels on 12 columns. A closed row keeps its title; its panels are not drawn and ask nothing. */
export function BoardRow({ row, isOpen, onToggle }: BoardRowProps) {
  const { language, messages, surface } = useBoardWorld();
  const texts = messages.board.row;
  const given = row.row.title?.[language];
  const title = given === undefined ? null : interpolateText(given, row.variables);
  const canToggle = onToggle !== undefined && (title !== null || row.row.collapsed);
  const tallest = Math.max(0, ...row.panels.map(heightOf));
  if (surface === 'wall' && !isOpen) return null;
  return (
    <section
      className={styles.row}
      aria-label={title ?? texts.untitled}
      // On the wall rows share the screen's height in the proportion of what they would have on a page.
      style={surface === 'wall' ? { flexGrow: tallest } : undefined}
    >
      {canToggle ? (
        <h2 className={styles.rowTitle}>
          <button type="button" aria-expanded={isOpen} onClick={() => onToggle(row.id, !isOpen)}>
            {title ?? texts.untitled}
            {!isOpen && <small>{texts.panels(row.panels.length)}</small>}
          </button>
        </h2>
      ) : (
        title !== null && surface !== 'wall' && <h2 className={styles.rowTitle}>{title}</h2>
      )}
      {isOpen && (
        <div className={styles.grid}>
          {row.panels.map((instance) => (
            <div key={instance.id} className={styles.cell} style={cellStyle(instance)}>
              <PanelHost instance={instance} />
            </div>
          ))}
        </div>
      )}
    </section>
  );
}

function cellStyle(instance: PanelInstance): CSSProperties & Record<`--${string}`, string | number> {
  return { '--span': instance.panel.span, '--height': `${heightOf(instance)}px` };
}
