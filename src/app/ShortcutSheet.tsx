import { use } from 'react';
import { useMessages } from '../data/services/messages.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import { ShortcutContext } from '../ui/shortcuts/registry.ts';
import styles from './ShortcutSheet.module.css';

/** Every shortcut that works where the viewer is, those of the page first. */
export default function ShortcutSheet({ onClose }: { readonly onClose: () => void }) {
  const { messages } = useMessages();
  const registry = use(ShortcutContext);
  return (
    <Dialog title={messages.shell.shortcuts.title} closeLabel={messages.shell.shortcuts.close} onClose={onClose}>
      <dl className={styles.keys}>
        {registry.list().map(({ keys, label }) => (
          <div key={keys} className={styles.line}>
            <dt>
              <Kbd keys={keys} />
            </dt>
            <dd>{label}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
