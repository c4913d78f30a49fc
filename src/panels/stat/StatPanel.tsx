import type { CSSProperties } from 'react';
import { useMemo } from 'react';
import { Sparkline } from '../../charts/Sparkline.tsx';
import { useTextSize } from '../../charts/useTextSize.ts';
import type { Tone } from '../../model/thresholds.ts';
import { Mark } from '../../ui/Mark.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import type { PanelEnvironment, PanelProps, TimeSpan } from '../contract.ts';
import { hasRemarks, isMarked, layOut } from './layout.ts';
import type { StatOptions } from './options.ts';
import styles from './StatPanel.module.css';
import { type StatCell, toCells } from './transform.ts';
import { changeText, limitText, whyText } from './words.ts';

/** One large figure for each series, with what is to be said of it and its shape over the range. */
export function StatPanel({ options, size, data, range, environment }: PanelProps<StatOptions>) {
  const { results, down } = data;
  const { language, timeZone, now, scrapeInterval, colorSlots } = environment;
  const cells = useMemo(
    () => toCells(results, options, { language, timeZone, now, scrapeInterval, colorSlots }, down),
    [results, down, options, language, timeZone, now, scrapeInterval, colorSlots],
  );
  const { ref, textSize } = useTextSize<HTMLUListElement>();
  const { columns, room, taken } = layOut(cells, size, textSize, environment.messages.panels.stat);
  const style: CSSProperties & Record<'--room' | '--taken', number> = {
    height: size.height,
    gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`,
    '--room': room,
    '--taken': taken,
  };
  return (
    <ul ref={ref} className={styles.grid} data-surface={environment.surface} style={style}>
      {cells.map((cell) => (
        <Cell
          key={cell.key}
          cell={cell}
          name={cells.length > 1 ? cell.name : null}
          color={options.color}
          range={range}
          environment={environment}
        />
      ))}
    </ul>
  );
}

interface CellProps {
  readonly cell: StatCell;
  /** null where the panel's title is name enough. */
  readonly name: string | null;
  readonly color: StatOptions['color'];
  readonly range: TimeSpan;
  readonly environment: PanelEnvironment;
}

function Cell({ cell, name, color, range, environment }: CellProps) {
  const { trace, endedAt } = cell;
  const tone = color === 'none' ? null : cell.tone;
  return (
    <li className={styles.cell} data-tone={tone ?? undefined} data-color={color} data-ended={endedAt !== null}>
      {name !== null && (
        <div className={styles.name} title={name}>
          {name}
        </div>
      )}
      <Figure cell={cell} tone={tone} environment={environment} />
      <Remarks cell={cell} tone={tone} environment={environment} />
      {trace && (
        <div className={styles.spark}>
          <Sparkline
            times={trace.frame.times}
            values={trace.series.values}
            span={range}
            token={trace.token}
            theme={environment.theme}
            lineWidth={1.5}
          />
        </div>
      )}
    </li>
  );
}

interface PartProps {
  readonly cell: StatCell;
  /** null where nothing is to be colored. */
  readonly tone: Tone | null;
  readonly environment: PanelEnvironment;
}

function Figure({ cell: { figure, of, limit, absence }, tone, environment }: PartProps) {
  const { stat } = environment.messages.panels;
  if (figure === null) return <Why absence={absence} look={styles.nothing} environment={environment} />;
  const whole = of === null ? '' : stat.of(of);
  return (
    <div className={styles.figure}>
      <span>{figure.text}</span>
      {figure.suffix !== '' && <small>{figure.suffix}</small>}
      {whole !== '' && <small>{whole}</small>}
      {isMarked(tone, limit) && <ToneMark tone={tone} environment={environment} />}
    </div>
  );
}

const arrows = { up: '▲', down: '▼', same: '=' } as const;

function Remarks({ cell, tone, environment }: PartProps) {
  const words = environment.messages.panels.stat;
  const { change, limit, endedAt, absence } = cell;
  if (!hasRemarks(cell)) return null;
  return (
    <div className={styles.remarks}>
      {endedAt !== null && <Why absence={absence} look={styles.ended} environment={environment} />}
      {limit !== null && (
        <span className={styles.limit}>
          <ToneMark tone={tone} environment={environment} />
          {limitText(limit, words)}
        </span>
      )}
      {change !== null && (
        <span>
          <span className={styles.move} data-tone={change.tone ?? undefined}>
            <span aria-hidden="true">{arrows[change.direction]} </span>
            {change.direction === 'same' ? (
              words.directions.same
            ) : (
              <>
                <VisuallyHidden>{words.directions[change.direction]} </VisuallyHidden>
                {change.text}
              </>
            )}
          </span>{' '}
          {changeText(change, words)}
        </span>
      )}
    </div>
  );
}

interface WhyProps {
  readonly absence: StatCell['absence'];
  readonly look: string | undefined;
  readonly environment: PanelEnvironment;
}

/** Why there is no figure of now; that a target is down has its mark. */
function Why({ absence, look, environment }: WhyProps) {
  if (absence === null) return null;
  return (
    <span className={look} data-absence={absence.kind}>
      {absence.kind === 'down' && (
        <>
          <Mark tone="critical" />{' '}
        </>
      )}
      {whyText(absence, environment)}
    </span>
  );
}

function ToneMark({ tone, environment }: Pick<PartProps, 'tone' | 'environment'>) {
  if (tone === null || tone === 'neutral') return null;
  return <Mark tone={tone} label={environment.messages.panels.values.tones[tone]} />;
}
