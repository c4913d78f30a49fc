import type { KeyboardEvent } from 'react';
import { Icon, type IconName } from './Icon.tsx';
import styles from './Menu.module.css';
import { type PopoverProps, PopoverSurface } from './Popover.tsx';

/** One entry: an action, a link, or a line between groups. */
export type MenuItem =
  | {
      readonly label: string;
      readonly icon?: IconName;
      /** Shown at the end, small: keys, or what it is set to. */
      readonly hint?: string;
      /** Where it is one of a choice: whether it is the chosen one. */
      readonly checked?: boolean;
      readonly disabled?: boolean;
      readonly onSelect: () => void;
    }
  | {
      readonly label: string;
      readonly icon?: IconName;
      readonly hint?: string;
      readonly href: string;
      /** Opens beside this page. */
      readonly external?: boolean;
    }
  | 'separator';

interface MenuProps extends Omit<PopoverProps, 'children'> {
  /** Made when it is open, and for as long as it is: most menus never are. */
  readonly items: () => readonly MenuItem[];
}

/** A button that opens a list of actions. Arrows, Home, End and first letters move in it. */
export function Menu({ items, ...rest }: MenuProps) {
  return (
    <PopoverSurface {...rest} role="menu" onKeyDown={moveFocus}>
      {(close) => <MenuItems items={items()} close={close} />}
    </PopoverSurface>
  );
}

function MenuItems({ items, close }: { readonly items: readonly MenuItem[]; readonly close: () => void }) {
  return items.map((item, i) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: lines between groups have nothing else to be told apart by
    if (item === 'separator') return <hr key={i} className={styles.separator} />;
    const shared = { role: 'menuitem', tabIndex: -1, className: styles.item, 'data-autofocus': i === 0 || undefined };
    const text = (
      <>
        {item.icon && <Icon name={item.icon} />}
        <span className={styles.label}>{item.label}</span>
        {item.hint !== undefined && <small className={styles.hint}>{item.hint}</small>}
      </>
    );
    if ('href' in item) {
      const beside = item.external ? { target: '_blank', rel: 'noopener' } : {};
      return (
        <a key={item.label} {...shared} {...beside} href={item.href} onClick={close}>
          {text}
        </a>
      );
    }
    const choice = item.checked === undefined ? {} : { role: 'menuitemradio', 'aria-checked': item.checked };
    const select = () => {
      close();
      item.onSelect();
    };
    return (
      <button key={item.label} type="button" {...shared} {...choice} disabled={item.disabled} onClick={select}>
        {text}
        {item.checked && <Icon name="check" />}
      </button>
    );
  });
}

function moveFocus(event: KeyboardEvent<HTMLElement>) {
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[role^="menuitem"]:not(:disabled)')];
  const at = items.findIndex((item) => item.matches(':focus'));
  const to = target(event.key, at, items);
  if (!to) return;
  event.preventDefault();
  to.focus();
}

function target(key: string, at: number, items: readonly HTMLElement[]): HTMLElement | undefined {
  if (key === 'ArrowDown') return items[(at + 1) % items.length];
  if (key === 'ArrowUp') return items.at(Math.max(at, 0) - 1);
  if (key === 'Home') return items[0];
  if (key === 'End') return items.at(-1);
  if (key.length !== 1 || key === ' ') return undefined;
  const rotated = [...items.slice(at + 1), ...items.slice(0, at + 1)];
  return rotated.find((item) => item.textContent?.toLowerCase().startsWith(key.toLowerCase()));
}
