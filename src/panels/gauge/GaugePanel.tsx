import { figureSize } from '../../charts/figureSize.ts';
import { seriesColor, toneToken } from '../../charts/palette.ts';
import { type GaugeBand, placeGauge, RadialGauge } from '../../charts/RadialGauge.tsx';
import { Mark } from '../../ui/Mark.tsx';
import type { PanelProps } from '../contract.ts';
import styles from './GaugePanel.module.css';
import { layOut } from './layout.ts';
import type { GaugeOptions } from './options.ts';
import { type Dial, type GaugeView, toGauges } from './transform.ts';

/** Height of a dial's name, CSS pixels. */
const nameHeight = 20;
/** Height of the ends of its scale, CSS pixels. */
const endsHeight = 13;

export function GaugePanel(props: PanelProps<GaugeOptions>) {
  const { size, environment } = props;
  const view = toGauges(props);
  const { dials, total } = view;
  const more = total > dials.length;
  const grid = layOut(dials.length, { width: size.width, height: size.height - (more ? nameHeight : 0) });
  const slots = environment.colorSlots(dials.map((dial) => dial.name));
  return (
    <div className={styles.scroll}>
      <ul className={styles.dials} style={{ gridTemplateColumns: `repeat(${grid.columns}, 1fr)` }}>
        {dials.map((dial, i) => (
          <DialItem
            key={dial.key}
            dial={dial}
            view={view}
            token={dial.written.tone ? toneToken(dial.written.tone) : seriesColor(slots[i] ?? 0).token}
            // One dial alone is named by the panel's title.
            named={total > 1}
            width={grid.width}
            height={grid.height}
            toneWords={environment.messages.panels.values.tones}
          />
        ))}
      </ul>
      {more && <p className={styles.more}>{environment.messages.panels.values.showing(dials.length, total)}</p>}
    </div>
  );
}

interface DialProps {
  readonly dial: Dial;
  readonly view: GaugeView;
  readonly token: string;
  readonly named: boolean;
  readonly width: number;
  readonly height: number;
  readonly toneWords: Readonly<Record<GaugeBand['tone'], string>>;
}

function DialItem({ dial, view, token, named, width, height, toneWords }: DialProps) {
  const { written, share, beyond } = dial;
  const inner = { width: width - 8, height: height - (named ? nameHeight : 0) };
  const hasEnds = Math.min(inner.width / 2, inner.height / 1.7) >= 44;
  const below = hasEnds ? endsHeight : 0;
  const { radius, hole, ...face } = placeGauge(inner.width, inner.height - below);
  return (
    <li className={styles.dial} style={{ height }}>
      <div className={styles.face} style={{ height: face.height + below }}>
        <div aria-hidden="true">
          <RadialGauge radius={radius} share={share} token={token} bands={view.bands} />
        </div>
        <div className={styles.reading} style={{ top: radius, width: hole }}>
          {share === null ? (
            <span className={styles.none}>{written.text}</span>
          ) : (
            <span
              className={styles.figure}
              style={{ fontSize: figureSize(written.text, written.suffix, hole * 0.88, radius * 0.44) }}
            >
              {written.text}
              {written.suffix !== '' && <small>{written.suffix}</small>}
            </span>
          )}
          {written.tone && <Mark tone={written.tone} label={toneWords[written.tone]} />}
        </div>
        {hasEnds && (
          <div className={styles.ends} style={{ width: radius * 2 }}>
            {beyond === '' ? (
              <>
                <span>{view.ends.min}</span>
                <span>{view.ends.max}</span>
              </>
            ) : (
              <span className={styles.beyond}>{beyond}</span>
            )}
          </div>
        )}
      </div>
      {named && (
        <p className={styles.name} title={dial.name}>
          {dial.name}
        </p>
      )}
    </li>
  );
}
