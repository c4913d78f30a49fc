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
}

interface BarChartProps {
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  readonly orientation: 'horizontal' | 'vertical';
  readonly categories: readonly BarCategory[];
  /** Names of the groups, one or more; each category has as many bars. */
  readonly groups: readonly string[];
  readonly limits: Limits;
  readonly ticks: readonly { readonly value: number; readonly text: string }[];
  readonly lines: readonly BarLine[];
}

const fontSize = 12;
/** Mean width of a character at that size, generously. */
const charWidth = 6.8;
const textWidth = (text: string) => Math.ceil(text.length * charWidth);

/** Bars by category. Horizontal bars carry their figures; vertical ones where there is room, beside an axis. */
export function BarChart(props: BarChartProps) {
  const { width, height, orientation, categories, groups, limits, ticks, lines } = props;
  const horizontal = orientation === 'horizontal';
  const marks = categories.flatMap((category) => category.bars.filter((bar) => bar !== null));
  const figureWidth = Math.max(0, ...marks.map((mark) => textWidth(mark.text))) + 6;
  const negative = marks.some((mark) => mark.value < 0);
  const nameWidth = Math.min(width * 0.4, Math.max(...categories.map((category) => textWidth(category.name)), 0) + 10);
  const tickWidth = Math.max(0, ...ticks.map((tick) => textWidth(tick.text))) + 8;
  const slot = (width - tickWidth) / Math.max(1, categories.length);
  const thickness = (horizontal ? (height / categories.length) * 0.8 : slot * 0.72) / groups.length;
  const figures = horizontal ? thickness >= 11 : thickness >= figureWidth - 4;

  const names = (room: number) => ({
    type: 'category' as const,
    dataKey: 'key',
    axisLine: false,
    tickLine: false,
    interval: 0,
    tick: ({ x, y, index }: { x: string | number; y: string | number; index: number }) => (
      <Name x={Number(x)} y={Number(y)} room={room} horizontal={horizontal} text={categories[index]?.name ?? ''} />
    ),
  });
  const values = {
    type: 'number' as const,
    domain: [limits.min, limits.max] as [number, number],
    allowDataOverflow: true,
    axisLine: false,
    tickLine: false,
    interval: 0,
    ticks: ticks.map((tick) => tick.value),
    tick: { fill: 'var(--ink-3)', fontSize: 11 },
    tickFormatter: (value: number) => ticks.find((tick) => tick.value === value)?.text ?? '',
  };

  return (
    <Recharts
      width={width}
      height={height}
      layout={horizontal ? 'vertical' : 'horizontal'}
      data={[...categories]}
      margin={{ top: horizontal || !figures ? 4 : 18, right: 0, bottom: 0, left: 0 }}
      barCategoryGap={horizontal ? '20%' : '28%'}
      barGap={1}
      accessibilityLayer={false}
    >
      <CartesianGrid stroke="var(--grid)" vertical={horizontal && !figures} horizontal={!horizontal} />
      {horizontal ? (
        <XAxis
          {...values}
          hide={figures}
          height={20}
          padding={{ left: negative ? figureWidth : 0, right: figures ? figureWidth : 0 }}
        />
      ) : (
        <XAxis {...names(slot)} height={20} />
      )}
      {horizontal ? <YAxis {...names(nameWidth)} width={nameWidth} /> : <YAxis {...values} width={tickWidth} />}
      {groups.map((group, i) => (
        <Bar
          key={group}
          dataKey={(category: BarCategory) => category.bars[i]?.value ?? null}
          isAnimationActive={false}
          maxBarSize={horizontal ? 22 : 72}
          shape={(shape: BarShapeProps) => {
            const category = categories[shape.originalDataIndex];
            const mark = category?.bars[i];
            if (!category || !mark) return <g />;
            const owner = groups.length > 1 ? `${category.name}, ${group}` : category.name;
            return (
              <BarShape
                shape={shape}
                mark={mark}
                title={`${owner}: ${mark.text}`}
                horizontal={horizontal}
                figure={figures}
              />
            );
          }}
        />
      ))}
      {lines.map(({ value, token }) => (
        <ReferenceLine
          key={value}
          {...(horizontal ? { x: value } : { y: value })}
          stroke={`var(${token})`}
          strokeDasharray="5 4"
          ifOverflow="hidden"
        />
      ))}
    </Recharts>
  );
}

interface NameProps {
  readonly x: number;
  readonly y: number;
  readonly room: number;
  readonly horizontal: boolean;
  readonly text: string;
}

/** A category's name, cut where there is no room; pointed at, it is whole. */
function Name({ x, y, room, horizontal, text }: NameProps) {
  const fits = Math.max(1, Math.floor((room - 8) / charWidth));
  return (
    <text
      x={x}
      y={y}
      dy={horizontal ? '0.35em' : '0.8em'}
      textAnchor={horizontal ? 'end' : 'middle'}
      fontSize={fontSize}
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
  readonly title: string;
  readonly horizontal: boolean;
  readonly figure: boolean;
}

function BarShape({ shape, mark, title, horizontal, figure }: BarMarkProps) {
  // Recharts gives bars below zero a negative extent.
  const x = Math.min(shape.x, shape.x + shape.width);
  const y = Math.min(shape.y, shape.y + shape.height);
  const [width, height] = [Math.abs(shape.width), Math.abs(shape.height)];
  const below = mark.value < 0;
  const place = horizontal
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
      {figure && (
        <text {...place} fontSize={fontSize} fill="var(--ink)">
          {mark.text}
        </text>
      )}
    </g>
  );
}
