import { lazy, Suspense, useRef, useState } from 'react';
import { useMessages } from '../data/services/messages.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ErrorBoundary } from '../ui/ErrorBoundary.tsx';
import { Message } from '../ui/Message.tsx';
import { PaletteOpening } from './PaletteOpening.tsx';

const load = () => lazy(() => import('./palette/Palette.tsx'));
/** What failed to load once would fail for ever, so it is made anew then. */
let loaded = { Palette: load() };

/** The command palette, or why it is not there. */
export function PaletteLoader({ onClose }: { readonly onClose: () => void }) {
  const { messages } = useMessages();
  const [{ Palette }, setLoaded] = useState(loaded);
  const typed = useRef('');
  const [before] = useState(() => document.activeElement);
  const renew = () => {
    loaded = { Palette: load() };
    setLoaded(loaded);
  };
  const fallback = (redraw: () => void) => (
    <NotLoaded
      onRetry={() => {
        renew();
        redraw();
      }}
      onClose={() => {
        renew();
        onClose();
      }}
    />
  );
  return (
    <ErrorBoundary fallback={fallback}>
      <Suspense fallback={<PaletteOpening label={messages.shell.navigation.find} typed={typed} before={before} />}>
        <Palette typedBefore={typed} onClose={onClose} />
      </Suspense>
    </ErrorBoundary>
  );
}

interface NotLoadedProps {
  readonly onRetry: () => void;
  readonly onClose: () => void;
}

function NotLoaded({ onRetry, onClose }: NotLoadedProps) {
  const { shell, board } = useMessages().messages;
  return (
    <Dialog title={shell.navigation.find} closeLabel={shell.shortcuts.close} onClose={onClose}>
      <Message
        role="alert"
        title={shell.navigation.findNotLoaded}
        action={<Button onClick={onRetry}>{board.panel.retry}</Button>}
      >
        {board.panel.notLoadedAdvice}
      </Message>
    </Dialog>
  );
}
