import { useMemo } from 'react';
import { stringify } from 'yaml';
import { saveFile } from '../../board/export.ts';
import { useMessages } from '../../data/messages.tsx';
import { autoTexts } from '../../i18n/apart/auto.ts';
import { Button } from '../../ui/Button.tsx';
import { CodeBlock } from '../../ui/CodeBlock.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import styles from './Auto.module.css';
import type { DashboardFile } from './board.ts';

interface SaveBoardProps {
  readonly job: string;
  readonly file: DashboardFile;
  readonly onClose: () => void;
}

/** The board as a file of a pack, to be copied or downloaded. */
export function SaveBoard({ job, file, onClose }: SaveBoardProps) {
  const { language } = useMessages();
  const texts = autoTexts[language].save;
  const text = useMemo(() => stringify(file, { lineWidth: 0 }), [file]);
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
