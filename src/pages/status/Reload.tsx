import { useState } from 'react';
import { useMessages } from '../../data/services/messages.tsx';
import { useServices } from '../../data/services/services.tsx';
import type { DataSource } from '../../data/source/dataSource.ts';
import { frameTexts } from '../../i18n/apart/frame.ts';
import { statusTexts } from '../../i18n/apart/status.ts';
import { permits } from '../../model/config.ts';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../frame/ConfirmDialog.tsx';
import styles from './Status.module.css';

interface ReloadProps {
  readonly dataSource: DataSource;
  readonly onDone: () => void;
}

/** Has the server read its configuration again, once an administrator has confirmed it; others read what they lack. */
export function Reload({ dataSource, onDone }: ReloadProps) {
  const { language } = useMessages();
  const texts = statusTexts[language].reload;
  const { role } = useServices().config;
  const [isAsking, setAsking] = useState(false);
  const [isDone, setDone] = useState(false);
  const isAllowed = permits(role, 'administrator');
  return (
    <span className={styles.reload}>
      <span className={styles.quiet} role="status">
        {isDone ? texts.done : isAllowed ? '' : frameTexts[language].roleNeeded('administrator', role)}
      </span>
      <Button icon="refresh" disabled={!isAllowed} onClick={() => setAsking(true)}>
        {texts.button}
      </Button>
      {isAsking && (
        <ConfirmDialog
          title={texts.title}
          server={dataSource.name}
          action={texts.action}
          adviceOn={(detail) => (/lifecycle api is not enabled/i.test(detail) ? texts.disabled : null)}
          write={() => dataSource.client.reload()}
          onDone={() => {
            setDone(true);
            onDone();
          }}
          onClose={() => setAsking(false)}
        >
          <p>{texts.detail(dataSource.name)}</p>
        </ConfirmDialog>
      )}
    </span>
  );
}
