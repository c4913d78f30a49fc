import { lazy, Suspense, useMemo } from 'react';
import type { PanelDataState } from '../data/panel/usePanelData.ts';
import type { BoundPanel, BoundPanelProps } from '../panels/registry.ts';
import { describeError } from '../prometheus/describe.ts';
import { Button } from '../ui/Button.tsx';
import { Message } from '../ui/Message.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import type { PanelInstance } from './layout.ts';
import styles from './Panel.module.css';
import { PanelErrorBoundary } from './PanelErrorBoundary.tsx';
import type { PanelKindState } from './usePanelKind.ts';
import { useBoardWorld } from './world.ts';

// Most boards are never empty.
const EmptyReason = lazy(() => import('./EmptyReason.tsx'));

interface PanelBodyProps {
  readonly instance: PanelInstance;
  readonly kind: PanelKindState;
  readonly state: PanelDataState;
  /** Null before the panel is laid out. */
  readonly props: BoundPanelProps | null;
  /** In sight, or nearly. */
  readonly isActive: boolean;
}

/** Frames first, an error beside them is the head's; then skeleton, then error, then why it is empty. */
export function PanelBody({ instance, kind, state, props, isActive }: PanelBodyProps) {
  const { messages } = useBoardWorld();
  const texts = messages.board.panel;
  if (kind.status === 'bad-options') return <Failure title={texts.badOptions} error={kind.error} />;
  if (kind.status === 'not-loaded') return <Message title={texts.notLoaded}>{texts.notLoadedAdvice}</Message>;
  if (kind.status === 'loading' || props === null || state.state === 'loading') return <Loading />;
  if (state.state === 'error') return <QueryFailure state={state} />;
  if (state.state === 'empty') {
    return (
      <Suspense fallback={<Message title={messages.board.panel.looking} />}>
        <EmptyReason instance={instance} plans={state.plans} isActive={isActive} />
      </Suspense>
    );
  }
  return (
    <PanelErrorBoundary
      resetKey={props.data}
      fallback={(error) => (
        <Failure title={texts.crashed} error={error}>
          {texts.crashedAdvice}
        </Failure>
      )}
    >
      <Drawn bound={kind.bound} props={props} />
    </PanelErrorBoundary>
  );
}

function Drawn({ bound, props }: { readonly bound: BoundPanel; readonly props: BoundPanelProps }) {
  // The heartbeat and the head draw the frame around it; the panel itself is drawn only when its own props change.
  return useMemo(() => bound.render(props), [bound, props]);
}

function Loading() {
  const { messages } = useBoardWorld();
  return (
    <div role="status" aria-label={messages.board.panel.loading} style={{ height: '100%' }}>
      <Skeleton />
    </div>
  );
}

function QueryFailure({ state }: { readonly state: PanelDataState }) {
  const { messages } = useBoardWorld();
  const { title, advice, detail } = describeError(state.error, messages.errors);
  return (
    <Message title={title} action={<Button onClick={state.retry}>{messages.board.panel.retry}</Button>}>
      {advice}
      {detail !== '' && <code className={styles.detail}>{detail}</code>}
    </Message>
  );
}

function Failure(props: { readonly title: string; readonly error: unknown; readonly children?: string }) {
  const { title, error, children } = props;
  return (
    <Message title={title}>
      {children !== undefined && <p>{children}</p>}
      <code className={styles.detail}>{error instanceof Error ? error.message : String(error)}</code>
    </Message>
  );
}
