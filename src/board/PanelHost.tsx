import { lazy, memo, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import { usePanelData } from '../data/panel/usePanelData.ts';
import { isThereNow } from '../model/absence.ts';
import { parseDuration } from '../model/duration.ts';
import { tellDrawn } from '../model/later.ts';
import type { PanelResult } from '../panels/contract.ts';
import { type BoundPanelProps, panelRegistry } from '../panels/registry.ts';
import type { Explain } from './AbsenceFinder.tsx';
import { panelEnvironment } from './environment.ts';
import type { PanelInstance } from './layout.ts';
import styles from './Panel.module.css';
import { PanelBody } from './PanelBody.tsx';
import { PanelFrame } from './PanelFrame.tsx';
import { useFreshness } from './useFreshness.ts';
import { useInView } from './useInView.ts';
import { rawOptionsOf, usePanelKind } from './usePanelKind.ts';
import { useSize } from './useSize.ts';
import { useBoardWorld, useClock } from './world.ts';

// Most panels lack nothing.
const AbsenceFinder = lazy(() => import('./AbsenceFinder.tsx'));

interface PanelHostProps {
  readonly instance: PanelInstance;
  /** What the panel's title is on its page. */
  readonly heading: 'h1' | 'h2' | 'h3';
}

/** The only place where a panel and its data meet: asks while the panel is in view, and says what there is to say of the answer. */
export const PanelHost = memo(function PanelHost({ instance, heading }: PanelHostProps) {
  const world = useBoardWorld();
  const clock = useClock();
  const { id, panel, variables, awaits } = instance;
  const section = useRef<HTMLElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const { isActive, rank } = useInView(section);
  const size = useSize(body);
  const kind = usePanelKind(panel);
  const { needs, prefers, compare } = useMemo(() => {
    const registration = panelRegistry[panel.kind];
    const raw = rawOptionsOf(panel);
    const { compare } = panel.options;
    return {
      // What stands for its repetitions waits for them, of whatever kind.
      needs: awaits === null ? registration.needs : 'queries',
      prefers: registration.prefers(raw),
      compare: typeof compare === 'string' ? parseDuration(compare) : null,
    };
  }, [panel, awaits]);
  const { obstacle: obstacleOf } = world;
  const obstacle = useMemo(() => obstacleOf(instance), [instance, obstacleOf]);
  const asked = usePanelData({
    panel,
    needs,
    prefers,
    compare,
    dataSource: world.dataSource,
    clock,
    variables: obstacle === null ? variables : null,
    variableError: obstacle?.error ?? null,
    rateFloor: parseDuration(world.dashboard.rateFloor ?? '') ?? undefined,
    scrapeInterval: world.scrapeInterval,
    width: size?.width ?? null,
    isActive,
    rank,
    timeZone: world.timeZone,
    step: world.step,
  });
  const state = obstacle?.state === 'empty' ? { ...asked, state: obstacle.state } : asked;
  const { onPlans } = world;
  const { plans } = state;
  useEffect(() => onPlans?.(id, plans), [onPlans, id, plans]);
  const isAnswered = state.state !== 'loading';
  useEffect(() => {
    if (isAnswered) tellDrawn();
  }, [isAnswered]);
  const [explain, setExplain] = useState<Explain | null>(null);
  const lacks = state.state === 'ready' && state.data.results.some(lacksNow);
  const { data, endedAt } = useMemo(
    () => (lacks && explain !== null ? explain(state.data) : { data: state.data, endedAt: null }),
    [lacks, explain, state.data],
  );
  const freshness = useFreshness({ id, state, endedAt, needs, clock, isActive });
  const { scrapeInterval } = state;
  const environment = useMemo(
    () => panelEnvironment(world, clock.now, scrapeInterval, instance),
    [world, clock.now, scrapeInterval, instance],
  );
  const { onZoom } = world;
  const next = useMemo(
    () => (size === null ? null : { size, data, range: clock.span, onZoom, environment }),
    [size, data, clock.span, onZoom, environment],
  );
  const props = useSettled(next, state.isCurrent);
  return (
    <PanelFrame
      ref={section}
      heading={heading}
      instance={instance}
      kind={kind}
      state={state}
      freshness={freshness}
      props={props}
    >
      {lacks && (
        <Suspense>
          <AbsenceFinder panel={panel} state={state} isActive={isActive} onFound={setExplain} />
        </Suspense>
      )}
      <div ref={body} className={styles.body}>
        <PanelBody instance={instance} kind={kind} state={state} props={props} isActive={isActive} />
      </div>
    </PanelFrame>
  );
});

/** Whether a series, or all of them, has no value of now. */
const lacksNow = ({ frame: { series } }: PanelResult) => series.length === 0 || !series.every(isThereNow);

/**
 * Between a tick and its answers, and for as long as there are none, a panel goes on showing the last tick that was answered
 * as a whole: its range moves together with its data, so a refresh draws once, and old data never slides out of sight. What the viewer changes (size, zoom, theme, language) shows at once.
 */
function useSettled(next: BoundPanelProps | null, isCurrent: boolean): BoundPanelProps | null {
  const kept = useRef(next);
  const last = kept.current;
  const onlyTimeMoved =
    last !== null &&
    next !== null &&
    last.size === next.size &&
    last.data === next.data &&
    last.range.to - last.range.from === next.range.to - next.range.from &&
    last.environment.theme === next.environment.theme &&
    last.environment.language === next.environment.language;
  if (isCurrent || !onlyTimeMoved) kept.current = next;
  return kept.current;
}
