import { useState } from 'react';
import { useMessages } from '../../data/services/messages.tsx';
import { useServices } from '../../data/services/services.tsx';
import type { SideServer } from '../../data/services/sideServers.ts';
import { frameTexts } from '../../i18n/apart/frame.ts';
import { pushgatewayTexts } from '../../i18n/apart/pushgateway.ts';
import { formatAge } from '../../model/age.ts';
import { permits } from '../../model/config.ts';
import type { PushgatewayClient } from '../../pushgateway/client.ts';
import { Button } from '../../ui/Button.tsx';
import { Mark } from '../../ui/Mark.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { ConfirmDialog } from '../frame/ConfirmDialog.tsx';
import { LabelList, listed as listedLabels } from '../frame/LabelList.tsx';
import { LongText } from '../frame/LongText.tsx';
import type { ListedGroup } from './groups.ts';
import { PushedMetrics } from './PushedMetrics.tsx';
import styles from './Pushgateway.module.css';

interface GroupItemProps {
  readonly listed: ListedGroup;
  readonly server: SideServer<PushgatewayClient>;
  /** From which age on it is stale, written. */
  readonly threshold: string;
  /** Epoch ms. */
  readonly now: number;
  readonly timeZone: string;
  readonly onDeleted: () => void;
}

/** One group: when it was pushed, whether that failed, its metrics on demand, and a way for administrators to delete it. */
export function GroupItem({ listed, server, threshold, now, timeZone, onDeleted }: GroupItemProps) {
  const { language } = useMessages();
  const texts = pushgatewayTexts[language];
  const { role } = useServices().config;
  const [isOpen, setOpen] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const { group, name, isStale, tone } = listed;
  const { labels, pushedAt, failedAt, families } = group;
  const job = labels.job ?? '';
  const isAllowed = permits(role, 'administrator');
  return (
    <article className={styles.group}>
      <div className={styles.row}>
        <Mark tone={tone} label={texts.tones[tone]} />
        <strong>
          <LongText text={job} limit={160} />
        </strong>
        <LabelList labels={listedLabels(labels, ['job'])} />
        <span className={styles.times}>
          {failedAt !== null && (
            <Tag tone={group.lastPushSuccessful ? 'neutral' : 'critical'}>
              {texts.failed(formatAge(now - failedAt))}
            </Tag>
          )}
          {isStale && (
            <Tag tone="warning" title={texts.staleTitle(threshold)}>
              {texts.stale}
            </Tag>
          )}
          <span>{pushedAt === null ? texts.never : texts.pushed(formatAge(now - pushedAt))}</span>
          <span>{texts.metrics(families.length)}</span>
        </span>
        <span className={styles.actions}>
          <Button
            look="quiet"
            icon="close"
            disabled={!isAllowed}
            aria-label={texts.remove.button(name)}
            title={isAllowed ? texts.remove.action : frameTexts[language].roleNeeded('administrator', role)}
            onClick={() => setAsking(true)}
          />
          <Button
            look="quiet"
            icon={isOpen ? 'down' : 'forward'}
            aria-label={texts.show(name)}
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
          />
        </span>
      </div>
      {isOpen && <PushedMetrics families={families} groupLabels={labels} timeZone={timeZone} />}
      {isAsking && (
        <ConfirmDialog
          title={texts.remove.title}
          server={server.name}
          action={texts.remove.action}
          typed={{ label: texts.remove.typed(job), text: job }}
          write={() => server.client.deleteGroup(labels)}
          onDone={onDeleted}
          onClose={() => setAsking(false)}
        >
          <LabelList labels={listedLabels(labels)} />
          <p>{texts.remove.detail}</p>
        </ConfirmDialog>
      )}
    </article>
  );
}
