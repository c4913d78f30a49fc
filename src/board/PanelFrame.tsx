import { lazy, memo, type ReactNode, type RefObject, Suspense, use, useCallback, useId, useRef, useState } from 'react';
import type { PanelDataState } from '../data/panel/usePanelData.ts';
import { later } from '../model/later.ts';
import { unitLabel } from '../model/units.ts';
import { type BoundPanel, type BoundPanelProps, panelRegistry } from '../panels/registry.ts';
import { interpolateText } from '../prometheus/interpolate.ts';
import { NoticeContext } from '../ui/notice.ts';
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';
import type { PanelInstance } from './layout.ts';
import styles from './Panel.module.css';
import type { MenuSubject } from './PanelMenu.tsx';
import { PanelTags } from './PanelTags.tsx';
import type { PanelFreshness } from './useFreshness.ts';
import type { PanelKindState } from './usePanelKind.ts';
import { useBoardWorld } from './world.ts';

// Drawing does not wait for what is done with a panel afterwards.
const PanelMenu = lazy(() => later(() => import('./PanelMenu.tsx')));
const Inspector = lazy(() => import('./Inspector.tsx'));
// Few answers are ever cut.
const CardinalityOffer = lazy(() => import('./CardinalityOffer.tsx'));

interface PanelFrameProps {
  readonly ref: RefObject<HTMLElement | null>;
  readonly heading: 'h1' | 'h2' | 'h3';
  readonly instance: PanelInstance;
  readonly kind: PanelKindState;
  readonly state: PanelDataState;
  readonly freshness: PanelFreshness;
  readonly props: BoundPanelProps | null;
  readonly children: ReactNode;
}

/** The frame around every panel: title, what is to be said of its data, menu. Its attributes are a contract (section 6 of the design). */
export function PanelFrame(given: PanelFrameProps) {
  const { ref, heading: Heading, instance, kind, state, freshness, props, children } = given;
  const { language, messages, surface, links, firing } = useBoardWorld();
  const [isInspecting, setIsInspecting] = useState(false);
  const titleId = useId();
  const { id, panel, variables } = instance;
  const title = interpolateText(panel.title[language], variables, messages.board.all);
  const alert = panel.alerts.map((name) => firing.byName.get(name)).find((found) => found !== undefined);
  const areAllKnown = firing.error === null && firing.warnings.length === 0;
  // A wall says so above its board, once for all panels.
  const isAlertUnknown = panel.alerts.length > 0 && alert === undefined && !areAllKnown && surface !== 'wall';
  const unit = panelRegistry[panel.kind].unitInHead ? unitLabel(panel.unit, language) : '';
  const description = panel.description?.[language];
  const isDrawn = kind.status === 'ready' && state.state === 'ready' && props !== null;
  const subject = useRef<MenuSubject>({ plans: [], drawn: null });
  subject.current = { plans: state.plans, drawn: isDrawn ? { bound: kind.bound, props } : null };
  const inspect = useCallback(() => setIsInspecting(true), []);
  return (
    <section
      ref={ref}
      className={styles.panel}
      aria-labelledby={titleId}
      data-panel-id={id}
      data-panel-kind={panel.kind}
      data-state={kind.status === 'loading' ? 'loading' : state.state}
      data-freshness={freshness.freshness}
      data-completeness={state.completeness}
      data-alert={alert?.severity}
      data-surface={surface}
    >
      <header className={styles.head}>
        <Heading id={titleId} className={styles.title} title={description}>
          {title}
        </Heading>
        {unit !== '' && <span className={styles.unit}>{unit}</span>}
        <PanelTags state={state} freshness={freshness} alert={alert ?? null} isAlertUnknown={isAlertUnknown} />
        {links !== null && (
          <Suspense>
            <PanelMenu instance={instance} title={title} subject={subject} section={ref} onInspect={inspect} />
          </Suspense>
        )}
      </header>
      {isDrawn && <Summary bound={kind.bound} props={props} />}
      {surface !== 'wall' && (state.completeness === 'capped' || state.reductions.chosen.size > 0) && (
        <Suspense>
          <CardinalityOffer state={state} />
        </Suspense>
      )}
      {children}
      {surface === 'embed' && use(NoticeContext)}
      {isInspecting && (
        <Suspense>
          <Inspector
            instance={instance}
            title={title}
            state={state}
            table={isDrawn ? () => kind.bound.toTable(props) : null}
            onClose={() => setIsInspecting(false)}
          />
        </Suspense>
      )}
    </section>
  );
}

interface SummaryProps {
  readonly bound: BoundPanel;
  readonly props: BoundPanelProps;
}

/** What the panel shows, in words. Made anew with new data only: a panel is drawn oftener than that. */
const Summary = memo(function Summary({ bound, props }: SummaryProps) {
  return <VisuallyHidden>{summaryOf(() => bound.summary(props))}</VisuallyHidden>;
});

/** A summary that cannot be made is left out: the panel itself, drawn behind its boundary, says what is wrong. */
function summaryOf(make: () => string): string {
  try {
    return make();
  } catch {
    return '';
  }
}
