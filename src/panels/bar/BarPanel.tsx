import { BarChart } from '../../charts/BarChart.tsx';
import { Swatch } from '../../charts/Swatch.tsx';
import { useTextSize } from '../../charts/useTextSize.ts';
import { barPanelTexts } from '../../i18n/apart/panels/bar.ts';
import type { PanelProps } from '../contract.ts';
import styles from './BarPanel.module.css';
import type { BarOptions } from './options.ts';
import { toBars } from './transform.ts';

export function BarPanel(props: PanelProps<BarOptions>) {
  const { options, size, environment } = props;
  const { values } = environment.messages.panels;
  const texts = barPanelTexts[environment.language];
  const { categories, total, groups, limits, ticks, lines, missing } = toBars(props);
  const notes = [
    total > categories.length ? values.showing(categories.length, total) : '',
    missing.length > 0 ? texts.missing(missing) : '',
  ].filter(Boolean);
  const grouped = groups.length > 1;
  const { ref, textSize } = useTextSize<HTMLDivElement>();
  const lineHeight = Math.round(textSize * 1.67);
  const room = size.height - (grouped ? lineHeight : 0) - (notes.length > 0 ? lineHeight : 0);
  const least = options.orientation === 'horizontal' ? categories.length * (groups.length * textSize * 1.25 + 4) : 0;
  return (
    <div ref={ref} className={styles.panel}>
      {grouped && (
        <ul className={styles.legend} style={{ height: lineHeight }}>
          {groups.map(({ name, token }) => (
            <li key={name}>
              <Swatch token={token} dash={[]} />
              {name}
            </li>
          ))}
        </ul>
      )}
      {categories.length === 0 ? (
        <p className={styles.none}>{texts.none}</p>
      ) : (
        <div className={styles.chart} role="img" aria-label={environment.title}>
          <BarChart
            width={size.width - (least > room ? scrollbar : 0)}
            height={Math.max(room, least)}
            textSize={textSize}
            orientation={options.orientation}
            categories={categories}
            groups={groups.map((group) => group.name)}
            limits={limits}
            ticks={ticks}
            lines={lines}
          />
        </div>
      )}
      {notes.length > 0 && (
        <p className={styles.notes} style={{ lineHeight: `${lineHeight}px` }} title={notes.join(' ')}>
          {notes.join(' ')}
        </p>
      )}
    </div>
  );
}

/** Room for the scroll bar, CSS pixels. */
const scrollbar = 12;
