import styles from './StateKey.module.css';
import type { State, StatePattern } from './states.ts';

/** The marks of each pattern on a piece of 14 x 9. */
const marks: Readonly<Record<StatePattern, string>> = {
  plain: '',
  solid: '',
  stripes: 'M-2 9 7 0M3 9l9-9M8 9l9-9',
  dots: 'M2 2h1.5M6 2h1.5M10 2h1.5M2 6h1.5M6 6h1.5M10 6h1.5',
  lines: 'M0 2h14M0 5h14M0 8h14',
};

/** A piece of a state's block as it is drawn in the chart; null is a piece without data. */
export function StateKey({ state }: { readonly state: Pick<State, 'token' | 'pattern'> | null }) {
  const color = `var(${state?.token ?? '--line-strong'})`;
  return (
    <svg className={styles.key} viewBox="0 0 14 9" aria-hidden="true">
      <rect
        width="14"
        height="9"
        fill={color}
        fillOpacity={state === null ? 0 : state.pattern === 'solid' ? 1 : 0.36}
      />
      <path
        d={marks[state?.pattern ?? 'stripes']}
        fill="none"
        stroke={color}
        strokeWidth={state === null ? 1 : 1.6}
        strokeOpacity={state === null ? 1 : 0.5}
      />
    </svg>
  );
}
