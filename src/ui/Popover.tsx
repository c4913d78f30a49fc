import { type ReactNode, type Ref, type ToggleEvent, useEffect, useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Button, type ButtonLook } from './Button.tsx';
import styles from './Popover.module.css';
import { place } from './placement.ts';

export interface PopoverProps extends ButtonLook {
  /** Names the surface, and the trigger when the trigger shows no text. */
  readonly label: string;
  /** What the trigger shows; without it only the icon. */
  readonly trigger?: ReactNode;
  readonly title?: string;
  readonly triggerRef?: Ref<HTMLButtonElement>;
  readonly align?: 'start' | 'end';
  readonly onClose?: () => void;
  /** Drawn while open only. An element with `data-autofocus` gets the focus. */
  readonly children: (close: () => void) => ReactNode;
}

interface SurfaceProps extends PopoverProps {
  readonly role: 'dialog' | 'menu';
  readonly onKeyDown?: (event: React.KeyboardEvent<HTMLElement>) => void;
}

/** A button that opens a small surface over the page. The platform closes it on Escape and on a click elsewhere. */
export function Popover(props: PopoverProps) {
  return <PopoverSurface {...props} role="dialog" />;
}

/** What `Popover` and `Menu` share. */
export function PopoverSurface(props: SurfaceProps) {
  const { label, trigger, title, triggerRef, align = 'start', role, onKeyDown, onClose, look, icon, children } = props;
  const id = useId();
  const surface = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  const close = () => surface.current?.hidePopover();
  useCloseOnScroll(open, surface, id);
  useKeepInPlace(open, surface, id, align);

  const beforeToggle = (event: ToggleEvent<HTMLDivElement>) => {
    // Drawn at once, so that it is never seen empty or out of place.
    if (event.newState === 'open') flushSync(() => setOpen(true));
    if (event.newState === 'open') moveTo(event.currentTarget, id, align);
  };
  const toggle = (event: ToggleEvent<HTMLDivElement>) => {
    if (event.newState === 'closed') {
      setOpen(false);
      onClose?.();
      return;
    }
    moveTo(event.currentTarget, id, align);
    focusFirst(event.currentTarget);
  };

  return (
    <>
      <Button
        {...(look && { look })}
        {...(icon && { icon })}
        {...(triggerRef && { ref: triggerRef })}
        popoverTarget={id}
        data-popover-trigger={id}
        aria-haspopup={role}
        aria-expanded={open}
        aria-label={trigger === undefined ? label : undefined}
        title={title ?? (trigger === undefined ? label : undefined)}
      >
        {trigger}
      </Button>
      {/* biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useAriaPropsSupportedByRole: its role is one of two, both interactive and named */}
      <div
        ref={surface}
        id={id}
        popover="auto"
        role={role}
        aria-label={label}
        className={styles.surface}
        onBeforeToggle={beforeToggle}
        onToggle={toggle}
        onKeyDown={onKeyDown}
      >
        {open && children(close)}
      </div>
    </>
  );
}

function focusFirst(surface: HTMLElement) {
  surface.querySelector<HTMLElement>('[data-autofocus]')?.focus();
}

function triggerOf(id: string): Element | null {
  return document.querySelector(`[data-popover-trigger="${CSS.escape(id)}"]`);
}

function moveTo(surface: HTMLElement, id: string, align: 'start' | 'end') {
  const trigger = triggerOf(id);
  if (!trigger) return;
  // Measured where nothing squeezes it.
  Object.assign(surface.style, { left: '0', right: 'auto' });
  const page = { width: document.documentElement.clientWidth, height: window.innerHeight };
  const at = place(trigger.getBoundingClientRect(), surface.offsetWidth, page, align);
  for (const edge of ['top', 'right', 'bottom', 'left'] as const) {
    surface.style[edge] = at[edge] === null ? 'auto' : `${at[edge]}px`;
  }
  surface.style.maxHeight = `${at.maxHeight}px`;
}

/** What is in the surface may come later, or grow. */
function useKeepInPlace(
  open: boolean,
  surface: React.RefObject<HTMLElement | null>,
  id: string,
  align: 'start' | 'end',
) {
  useEffect(() => {
    const element = surface.current;
    if (!open || element === null) return;
    const observer = new ResizeObserver(() => {
      moveTo(element, id, align);
      if (!element.contains(document.activeElement)) focusFirst(element);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [open, surface, id, align]);
}

/**
 * The surface does not move with the page, so it goes when its trigger moves away from under it. The event of a scroll
 * that brought the trigger into view may come after the click: the trigger's place decides, not the event.
 */
function useCloseOnScroll(open: boolean, surface: React.RefObject<HTMLElement | null>, id: string) {
  useEffect(() => {
    if (!open) return;
    const topOf = () => triggerOf(id)?.getBoundingClientRect().top;
    const openedAt = topOf();
    const onScroll = () => {
      if (topOf() !== openedAt) surface.current?.hidePopover();
    };
    document.addEventListener('scroll', onScroll, { capture: true, passive: true });
    return () => document.removeEventListener('scroll', onScroll, { capture: true });
  }, [open, surface, id]);
}
