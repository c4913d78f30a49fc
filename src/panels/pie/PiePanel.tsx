import { useState } from 'react';
import { figureSize } from '../../charts/figureSize.ts';
import { PieChart } from '../../charts/PieChart.tsx';
import { piePanelTexts } from '../../i18n/apart/panels/pie.ts';
import { Mark } from '../../ui/Mark.tsx';
import type { PanelProps } from '../contract.ts';
import type { PieOptions } from './options.ts';
import styles from './PiePanel.module.css';
import { type Part, toPie } from './transform.ts';

/** Share of a donut's radius that is left open. */
const hole = 0.68;

export function PiePanel(props: PanelProps<PieOptions>) {
  const { options, size, environment } = props;
  const [active, setActive] = useState<string | null>(null);
  const texts = piePanelTexts[environment.language];
  const { parts, total, incomplete, refusal } = toPie(props);
  const beside = size.width >= 280 && size.width > size.height * 0.9;
  const diameter = Math.floor(
    beside
      ? Math.min(size.height, size.width * 0.42, largest(size.height))
      : Math.min(size.width, size.height * 0.52, largest(size.height)),
  );
  const slices = parts.flatMap(({ key, name, value, token, text, share }) =>
    token !== null && value !== 'absent' ? [{ key, value, token, title: texts.slice(name, text, share) }] : [],
  );
  const label = options.totalLabel?.[environment.language] ?? '';
  return (
    <div className={styles.pie} data-beside={beside && refusal === null}>
      {refusal === null && total !== null ? (
        <div className={styles.chart} style={{ width: diameter, height: diameter }}>
          <div aria-hidden="true">
            <PieChart
              size={diameter}
              hole={options.shape === 'donut' ? hole : 0}
              slices={slices}
              active={active}
              onActive={setActive}
            />
          </div>
          {options.shape === 'donut' && (
            <p
              className={styles.total}
              style={{ fontSize: figureSize(total.text, total.suffix, diameter * hole * 0.82, diameter * 0.19) }}
            >
              <span className={styles.figure}>
                {total.text}
                {total.suffix !== '' && <small>{total.suffix}</small>}
              </span>
              {label !== '' && diameter >= 96 && <span className={styles.label}>{label}</span>}
            </p>
          )}
        </div>
      ) : (
        <p className={styles.refusal}>{refusal}</p>
      )}
      <div className={styles.legend}>
        <table>
          <tbody>
            {parts.map((part) => (
              <Row key={part.key} part={part} isActive={active === part.key} onActive={setActive} />
            ))}
          </tbody>
        </table>
        {options.shape === 'pie' && total !== null && (
          <p className={styles.note}>
            {total.line} {label}
          </p>
        )}
        {incomplete && refusal === null && <p className={styles.note}>{texts.incomplete}</p>}
      </div>
    </div>
  );
}

interface RowProps {
  readonly part: Part;
  readonly isActive: boolean;
  readonly onActive: (key: string | null) => void;
}

function Row({ part, isActive, onActive }: RowProps) {
  return (
    <tr
      data-active={isActive}
      onPointerEnter={() => onActive(part.token === null ? null : part.key)}
      onPointerLeave={() => onActive(null)}
    >
      <th scope="row" title={part.name}>
        <span className={styles.swatch} style={{ background: part.token === null ? 'none' : `var(${part.token})` }} />
        {part.name}
      </th>
      <td data-absence={part.absence?.kind}>
        {part.absence?.kind === 'down' && (
          <>
            <Mark tone="critical" />{' '}
          </>
        )}
        {part.text}
      </td>
      <td>{part.share}</td>
    </tr>
  );
}

/** A pie larger than this says no more; on a wall it may grow with its panel. */
function largest(height: number): number {
  return Math.max(160, height * 0.8);
}
