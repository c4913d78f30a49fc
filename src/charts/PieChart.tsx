import { Pie, PieChart as Recharts, Sector } from 'recharts';

/** A slice. `value` is above zero. */
export interface PieSlice {
  readonly key: string;
  /** Shown when pointed at. */
  readonly title: string;
  readonly value: number;
  /** A color token. */
  readonly token: string;
}

interface PieChartProps {
  /** Width and height, CSS pixels. */
  readonly size: number;
  /** Share of the radius that is left open in the middle, 0 to 1. */
  readonly hole: number;
  readonly slices: readonly PieSlice[];
  /** Key of the slice that the pointer is on, here or in a legend. */
  readonly active: string | null;
  readonly onActive: (key: string | null) => void;
}

/** Slices in their order, clockwise from the top. */
export function PieChart({ size, hole, slices, active, onActive }: PieChartProps) {
  const radius = Math.max(1, Math.floor(size / 2) - 1);
  return (
    <Recharts width={size} height={size} margin={none} accessibilityLayer={false}>
      <Pie
        data={[...slices]}
        dataKey="value"
        startAngle={90}
        endAngle={-270}
        innerRadius={radius * hole}
        outerRadius={radius}
        isAnimationActive={false}
        rootTabIndex={-1}
        shape={({ index, cx, cy, innerRadius, outerRadius, startAngle, endAngle }) => {
          const slice = slices[index];
          if (!slice) return <g />;
          const dimmed = active !== null && active !== slice.key;
          return (
            <g
              opacity={dimmed ? 0.35 : 1}
              onPointerEnter={() => onActive(slice.key)}
              onPointerLeave={() => onActive(null)}
            >
              <title>{slice.title}</title>
              <Sector
                {...{ cx, cy, innerRadius, outerRadius, startAngle, endAngle }}
                fill={`var(${slice.token})`}
                stroke="var(--panel)"
                strokeWidth={slices.length > 1 ? 1.5 : 0}
              />
            </g>
          );
        }}
      />
    </Recharts>
  );
}

const none = { top: 0, right: 0, bottom: 0, left: 0 } as const;
