import { type RefObject, useLayoutEffect } from 'react';
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';

interface PaletteOpeningProps {
  readonly label: string;
  /** Gets what is typed meanwhile. */
  readonly typed: RefObject<string>;
  /** What had the focus before. */
  readonly before: Element | null;
}

/** Stands for the command palette while its code loads: fingers are quicker, and the keys are not shortcuts any more. */
export function PaletteOpening({ label, typed, before }: PaletteOpeningProps) {
  // The palette gives the focus back to what has it when it opens.
  useLayoutEffect(
    () => () => {
      if (before instanceof HTMLElement) before.focus();
    },
    [before],
  );
  return (
    <VisuallyHidden>
      <input
        // biome-ignore lint/a11y/noAutofocus: the viewer has just asked for it
        autoFocus
        aria-label={label}
        onChange={(event) => {
          typed.current = event.currentTarget.value;
        }}
      />
    </VisuallyHidden>
  );
}
