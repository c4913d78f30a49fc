import type { ComponentProps } from 'react';
import styles from './Button.module.css';
import { Icon, type IconName } from './Icon.tsx';

export interface ButtonLook {
  /** `outline` stands on the page, `quiet` shows itself when pointed at, `primary` is the one next step. */
  readonly look?: 'outline' | 'quiet' | 'primary';
  readonly icon?: IconName;
}

const classOf = (look: ButtonLook['look'] = 'outline', iconOnly: boolean, extra?: string) =>
  [styles.button, styles[look], iconOnly && styles.iconOnly, extra].filter(Boolean).join(' ');

/** A button. With an icon and no text it needs an `aria-label`. */
export function Button({ look, icon, className, children, ...rest }: ButtonLook & ComponentProps<'button'>) {
  return (
    <button type="button" {...rest} className={classOf(look, children === undefined, className)}>
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}

/** A link that looks like a button. */
export function ButtonLink({ look, icon, className, children, ...rest }: ButtonLook & ComponentProps<'a'>) {
  return (
    <a {...rest} className={classOf(look, children === undefined, className)}>
      {icon && <Icon name={icon} />}
      {children}
    </a>
  );
}
