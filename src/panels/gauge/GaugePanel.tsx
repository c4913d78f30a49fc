import { figureSize } from '../../charts/figureSize.ts';
import { seriesColor, toneToken } from '../../charts/palette.ts';
import { type GaugeBand, placeGauge, RadialGauge } from '../../charts/RadialGauge.tsx';
import { useTextSize } from '../../charts/useTextSize.ts';
import { Mark } from '../../ui/Mark.tsx';
import type { PanelProps } from '../contract.ts';
import styles from './GaugePanel.module.css';
import { layOut } from './layout.ts';
import type { GaugeOptions } from './options.ts';
import { type Dial, type GaugeView, toGauges } from './transform.ts';

/** Heights of a dial's name and of the ends of its scale, over the text's size. */
const nameLines = 1.67;
const endLines = 1.1;

export function GaugePanel(props: PanelProps<GaugeOptions>) {
  const { size, environment } = props;
  const view = toGauges(props);
  const { dials, total } = view;
  const { ref, textSize } = useTextSize<HTMLDivElement>();
  const more = total > dials.length ? Math.round(textSize * nameLines) : 0;
  const grid = layOut(dials.length, { width: size.width, height: size.height - more });
  const slots = environment.colorSlots(dials.map((dial) => dial.name));
  return (
    <div ref={ref} className={styles.scroll}>
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
            textSize={textSize}
            toneWords={environment.messages.panels.values.tones}
          />
        ))}
      </ul>
      {more > 0 && <p className={styles.more}>{environment.messages.panels.values.showing(dials.length, total)}</p>}
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
  readonly textSize: number;
  readonly toneWords: Readonly<Record<GaugeBand['tone'], string>>;
}

function DialItem({ dial, view, token, named, width, height, textSize, toneWords }: DialProps) {
  const { written, share, beyond } = dial;
  const inner = { width: width - 8, height: height - (named ? Math.ceil(textSize * nameLines) : 0) };
  const hasEnds = Math.min(inner.width / 2, inner.height / 1.7) >= textSize * 3.6;
  const below = hasEnds ? Math.ceil(textSize * endLines) : 0;
  const { radius, hole, ...face } = placeGauge(inner.width, inner.height - below);
  return (
    <li className={styles.dial} style={{ height }}>
      <div className={styles.face} style={{ height: face.height + below }}>
        <div aria-hidden="true">
          <RadialGauge radius={radius} share={share} token={token} bands={view.bands} />
        </div>
        <div className={styles.reading} style={{ top: radius, width: hole }}>
          {share === null ? (
            <span className={styles.none} data-absence={dial.absence ?? undefined}>
              {written.text}
            </span>
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
