import { useMemo } from 'react';
import { saveFile } from '../../board/export.ts';
import { useMessages } from '../../data/services/messages.tsx';
import { autoTexts } from '../../i18n/apart/auto.ts';
import type { Dashboard } from '../../model/dashboard.ts';
import { Button } from '../../ui/Button.tsx';
import { CodeBlock } from '../../ui/CodeBlock.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import styles from './Auto.module.css';
import { dashboardYaml } from './dashboardYaml.ts';

interface SaveBoardProps {
  readonly job: string;
  readonly dashboard: Dashboard;
  readonly onClose: () => void;
}

/** The board as a file of a pack, to be copied or downloaded. */
export function SaveBoard({ job, dashboard, onClose }: SaveBoardProps) {
  const { language } = useMessages();
  const texts = autoTexts[language].save;
  const text = useMemo(() => dashboardYaml(dashboard), [dashboard]);
  const name = `${job.replace(/\W+/g, '-').replace(/^-+|-+$/g, '') || 'board'}.yaml`;
  return (
    <Dialog title={texts.title} closeLabel={texts.close} onClose={onClose}>
      <div className={styles.dialog}>
        <p>{texts.hint}</p>
        <div>
          <Button onClick={() => saveFile(name, new Blob([text], { type: 'application/yaml' }))}>
            {texts.download}
          </Button>
        </div>
        <CodeBlock text={text} copyLabel={texts.copy} copiedLabel={texts.copied} />
      </div>
    </Dialog>
  );
}
