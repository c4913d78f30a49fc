import { useEffect, useState } from 'react';
import { useMessages } from '../../data/services/messages.tsx';
import { copyText } from '../../ui/CopyButton.tsx';
import { Menu } from '../../ui/Menu.tsx';
import styles from './DashboardPage.module.css';

interface ShareMenuProps {
  /** Address with the range as it is chosen. */
  readonly relative: string;
  /** Address with the range that is on screen, fixed. */
  readonly absolute: () => string;
  /** Address under which another site frames the board. */
  readonly embed: string;
  /** Address of the wall display. */
  readonly wall: string;
}

/** Ways to show others what is on screen. */
export function ShareMenu({ relative, absolute, embed, wall }: ShareMenuProps) {
  const { messages } = useMessages();
  const texts = messages.pages.dashboard;
  const [isCopied, setCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => setCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [isCopied]);
  const copy = async (text: string) => {
    await copyText(text);
    setCopied(true);
  };
  return (
    <Menu
      label={texts.share}
      align="end"
      icon={isCopied ? 'check' : 'share'}
      trigger={
        <span className={styles.shareText} aria-live="polite">
          {isCopied ? texts.copied : texts.share}
        </span>
      }
      items={() => [
        { label: texts.copyRelative, icon: 'copy', hint: texts.copyRelativeHint, onSelect: () => copy(relative) },
        { label: texts.copyAbsolute, icon: 'copy', hint: texts.copyAbsoluteHint, onSelect: () => copy(absolute()) },
        { label: texts.copyEmbed, icon: 'copy', onSelect: () => copy(frameOf(embed)) },
        'separator',
        { label: texts.onTheWall, icon: 'wall', hint: 'f', href: wall },
      ]}
    />
  );
}

/** HTML that frames the board on another site. */
const frameOf = (address: string) =>
  `<iframe src="${address.replaceAll('&', '&amp;')}" width="100%" height="600" style="border:0"></iframe>`;
