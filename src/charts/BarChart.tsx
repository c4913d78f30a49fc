import { Bar, type BarShapeProps, CartesianGrid, BarChart as Recharts, ReferenceLine, XAxis, YAxis } from 'recharts';
import type { Limits } from './valueScale.ts';

/** One bar, written and colored. `value` is finite. */
export interface BarMark {
  readonly value: number;
  readonly text: string;
  /** A color token. */
  readonly token: string;
}

/** One category with a bar, or none, for each group. */
export interface BarCategory {
  readonly key: string;
  readonly name: string;
  readonly bars: readonly (BarMark | null)[];
}

/** A line across the bars. */
export interface BarLine {
  readonly value: number;
  readonly token: string;
  readonly isDashed: boolean;
}

interface BarChartProps {
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** Of names and figures, CSS pixels. */
  readonly textSize: number;
  readonly orientation: 'horizontal' | 'vertical';
  readonly categories: readonly BarCategory[];
  /** Names of the groups, one or more; each category has as many bars. */
  readonly groups: readonly string[];
  readonly limits: Limits;
  readonly ticks: readonly { readonly value: number; readonly text: string }[];
  readonly lines: readonly BarLine[];
}

/** Mean width of a character over the font's size, generously: of the wide fonts that are a system's own, too (0.6 and, of figures, 0.62). */
const charWidth = 0.63;
const widthOf = (text: string, textSize: number) => Math.ceil(text.length * textSize * charWidth);

/** How the width and height are shared out, CSS pixels. */
function shareRoom({ width, height, textSize, orientation, categories, groups, ticks }: BarChartProps) {
  const marks = categories.flatMap((category) => category.bars.filter((bar) => bar !== null));
  const widest = (texts: readonly string[]) => texts.reduce((most, text) => Math.max(most, widthOf(text, textSize)), 0);
  const figure = widest(marks.map((mark) => mark.text)) + 6;
  const axis = widest(ticks.map((tick) => tick.text)) + 8;
  const count = Math.max(1, categories.length);
  if (orientation === 'horizontal') {
    const names = Math.min(width * 0.4, widest(categories.map((category) => category.name)) + 10);
    const hasFigures = (height / count) * 0.8 >= textSize * 0.92 * groups.length;
    const below = marks.some((mark) => mark.value < 0);
    return { names, every: 1, figures: hasFigures, padding: { left: below ? figure : 0, right: figure }, axis };
  }
  const slot = (width - axis) / count;
  const hasFigures = slot * 0.72 >= (figure - 4) * groups.length;
  // Where names have no room each, only some are written.
  const every = Math.ceil((textSize * 3.4) / slot);
  return { names: slot * every, every, figures: hasFigures, padding: { left: 0, right: 0 }, axis };
}

/** Bars by category. Horizontal bars carry their figures; vertical ones where there is room, beside an axis. */
export function BarChart(props: BarChartProps) {
  const { width, height, textSize, orientation, categories, groups, limits, ticks, lines } = props;
  const room = shareRoom(props);
  const isHorizontal = orientation === 'horizontal';
  const names = {
    ...bareAxis,
    type: 'category' as const,
    dataKey: 'key',
    tick: ({ x, y, index }: { x: string | number; y: string | number; index: number }) => (
      <Name
        x={Number(x)}
        y={Number(y)}
        room={room.names}
        textSize={textSize}
        isHorizontal={isHorizontal}
        text={index % room.every === 0 ? (categories[index]?.name ?? '') : ''}
      />
    ),
  };
  const values = {
    ...bareAxis,
    type: 'number' as const,
    domain: [limits.min, limits.max] as [number, number],
    ticks: ticks.map((tick) => tick.value),
    tick: { fill: 'var(--ink-3)', fontSize: textSize * 0.92 },
    tickFormatter: (value: number) => ticks.find((tick) => tick.value === value)?.text ?? '',
  };
  const draw = (group: number) => (shape: BarShapeProps) => {
    const category = categories[shape.originalDataIndex];
    const mark = category?.bars[group];
    if (!category || !mark) return <g />;
    const owner = groups.length > 1 ? `${category.name}, ${groups[group]}` : category.name;
    return (
      <BarShape
        {...{ shape, mark, textSize, isHorizontal }}
        title={`${owner}: ${mark.text}`}
        hasFigure={room.figures}
      />
    );
  };

  return (
    <Recharts
      width={width}
      height={height}
      layout={isHorizontal ? 'vertical' : 'horizontal'}
      data={[...categories]}
      margin={{ top: textSize * (isHorizontal || !room.figures ? 0.6 : 1.5), right: 0, bottom: 0, left: 0 }}
      barCategoryGap={isHorizontal ? '20%' : '28%'}
      barGap={1}
      accessibilityLayer={false}
    >
      <CartesianGrid stroke="var(--grid)" vertical={isHorizontal && !room.figures} horizontal={!isHorizontal} />
      {isHorizontal ? (
        <XAxis {...values} hide={room.figures} height={Math.round(textSize * 1.7)} padding={room.padding} />
      ) : (
        <XAxis {...names} height={Math.round(textSize * 1.7)} />
      )}
      {isHorizontal ? <YAxis {...names} width={room.names} /> : <YAxis {...values} width={room.axis} />}
      {groups.map((group, i) => (
        <Bar
          key={group}
          dataKey={(category: BarCategory) => within(category.bars[i]?.value, limits)}
          isAnimationActive={false}
          maxBarSize={textSize * (isHorizontal ? 1.8 : 6)}
          shape={draw(i)}
        />
      ))}
      {lines.map(({ value, token, isDashed }) => (
        <ReferenceLine
          key={`${value} ${token}`}
          {...(isHorizontal ? { x: value } : { y: value })}
          stroke={`var(${token})`}
          strokeDasharray={isDashed ? '5 4' : 'none'}
          ifOverflow="hidden"
          zIndex={behindBars}
        />
      ))}
    </Recharts>
  );
}

/** A value beyond fixed limits gets a bar up to the end; its figure says how much it is. */
function within(value: number | undefined, { min, max }: Limits): number | null {
  return value === undefined ? null : Math.min(max, Math.max(min, value));
}

/** Behind the bars (Recharts draws those at 300), so that no line crosses a figure. */
const behindBars = 200;
const bareAxis = { axisLine: false, tickLine: false, interval: 0 } as const;

interface NameProps {
  readonly x: number;
  readonly y: number;
  readonly room: number;
  readonly textSize: number;
  readonly isHorizontal: boolean;
  readonly text: string;
}

/** A category's name, cut where there is no room; pointed at, it is whole. */
function Name({ x, y, room, textSize, isHorizontal, text }: NameProps) {
  const fits = Math.max(1, Math.floor((room - 8) / (textSize * charWidth)));
  return (
    <text
      x={x}
      y={y}
      dy={isHorizontal ? '0.35em' : '0.8em'}
      textAnchor={isHorizontal ? 'end' : 'middle'}
      fontSize={textSize}
      fill="var(--ink-2)"
    >
      <title>{text}</title>
      {text.length > fits ? `${text.slice(0, fits - 1)}…` : text}
    </text>
  );
}

interface BarMarkProps {
  readonly shape: BarShapeProps;
  readonly mark: BarMark;
  readonly textSize: number;
  readonly title: string;
  readonly isHorizontal: boolean;
  readonly hasFigure: boolean;
}

function BarShape({ shape, mark, textSize, title, isHorizontal, hasFigure }: BarMarkProps) {
  // Recharts gives bars below zero a negative extent.
  const x = Math.min(shape.x, shape.x + shape.width);
  const y = Math.min(shape.y, shape.y + shape.height);
  const [width, height] = [Math.abs(shape.width), Math.abs(shape.height)];
  const below = mark.value < 0;
  const place = isHorizontal
    ? {
        x: below ? x - 5 : x + width + 5,
        y: y + height / 2,
        dy: '0.35em',
        textAnchor: below ? ('end' as const) : ('start' as const),
      }
    : { x: x + width / 2, y: below ? y + height + 5 : y - 5, dy: below ? '0.7em' : 0, textAnchor: 'middle' as const };
  return (
    <g>
      <title>{title}</title>
      <rect
        x={x}
        y={y}
        width={width}
        height={height}
        rx={Math.min(2, width / 2, height / 2)}
        fill={`var(${mark.token})`}
      />
      {hasFigure && (
        <text
          {...place}
          fontSize={textSize}
          fill="var(--ink)"
          stroke="var(--panel)"
          strokeWidth={3}
          paintOrder="stroke"
        >
          {mark.text}
        </text>
      )}
    </g>
  );
}
