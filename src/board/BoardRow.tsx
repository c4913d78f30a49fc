import { type CSSProperties, memo } from 'react';
import { interpolateText } from '../prometheus/interpolate.ts';
import styles from './Board.module.css';
import { heightOf, lineHeight, linesOf, type PanelInstance, type RowInstance } from './layout.ts';
import { PanelHost } from './PanelHost.tsx';
import { useBoardWorld } from './world.ts';

interface BoardRowProps {
  readonly row: RowInstance;
  readonly isOpen: boolean;
  /** Without it the row cannot be collapsed. */
  readonly onToggle?: (rowId: string, isOpen: boolean) => void;
}

/** A row of panels on 12 columns. A closed row keeps its title; its panels are not drawn and ask nothing. */
export const BoardRow = memo(function BoardRow({ row, isOpen, onToggle }: BoardRowProps) {
  const { language, messages, surface } = useBoardWorld();
  const texts = messages.board.row;
  const given = row.row.title?.[language];
  const title = given === undefined ? null : interpolateText(given, row.variables, messages.board.all);
  const canToggle = onToggle !== undefined && (title !== null || row.row.collapsed);
  const hasHeading = canToggle || (title !== null && surface !== 'wall');
  const wall = surface === 'wall' ? wallStyles(row) : null;
  if (surface === 'wall' && !isOpen) return null;
  return (
    <div className={styles.row} style={wall?.row}>
      {hasHeading && (
        <h2 className={styles.rowTitle}>
          {canToggle ? (
            <button type="button" aria-expanded={isOpen} onClick={() => onToggle(row.id, !isOpen)}>
              {title ?? texts.untitled}
              {!isOpen && <small>{texts.panels(row.panels.length)}</small>}
            </button>
          ) : (
            title
          )}
        </h2>
      )}
      {isOpen && (
        <div className={styles.grid} style={wall?.grid}>
          {row.panels.map((instance) => (
            <div key={instance.id} className={styles.cell} style={cellStyle(instance)}>
              <PanelHost instance={instance} heading={hasHeading ? 'h3' : 'h2'} />
            </div>
          ))}
        </div>
      )}
    </div>
  );
});

/** A figure is read from afar: on the wall a line of them gets at least this share, in CSS pixels of a page. */
const LEAST_ON_WALL = 190;

/** On the wall rows and lines share the screen's height in the proportion of what they would have on a page. */
function wallStyles({ panels }: RowInstance): { row: CSSProperties; grid: CSSProperties } {
  const heights = linesOf(panels).map((line) => Math.max(LEAST_ON_WALL, lineHeight(line)));
  return {
    row: { flexGrow: heights.reduce((total, height) => total + height, 0) },
    grid: { gridTemplateRows: heights.map((height) => `minmax(0, ${height}fr)`).join(' ') },
  };
}

function cellStyle(instance: PanelInstance): CSSProperties & Record<`--${string}`, string | number> {
  return { '--span': instance.panel.span, '--height': `${heightOf(instance.panel)}px` };
}
