import { useMessages } from '../../data/services/messages.tsx';
import { rulesTexts } from '../../i18n/apart/rules.ts';
import { formatAge } from '../../model/age.ts';
import { formatText } from '../../model/units.ts';
import { Tag } from '../../ui/Tag.tsx';
import { FoldHeading } from '../frame/FoldHeading.tsx';
import { TimeShare } from '../frame/TimeShare.tsx';
import { type ListedGroup, lagOf } from './groups.ts';
import styles from './Rules.module.css';

interface GroupHeadingProps {
  readonly listed: ListedGroup;
  readonly isOpen: boolean;
  /** The server's time, epoch ms. */
  readonly now: number;
  readonly onTurn: () => void;
}

/** A group of rules: its file, how often it is due, how long it takes, how late it is; opens and closes it. */
export function GroupHeading({ listed: { group, tone }, isOpen, now, onTurn }: GroupHeadingProps) {
  const { language } = useMessages();
  const texts = rulesTexts[language];
  const { name, file, interval, lastEvaluation, evaluationTime } = group;
  const took = formatText(evaluationTime / 1000, { unit: 's', language });
  const lag = lagOf(lastEvaluation, interval, now);
  return (
    <FoldHeading name={name} tone={tone} toneName={texts.tones[tone]} isOpen={isOpen} onTurn={onTurn}>
      <bdi className={styles.file} title={file}>
        {file}
      </bdi>
      {lastEvaluation === null ? texts.never : texts.evaluated(formatAge(now - lastEvaluation))}
      {lag > 0 && lastEvaluation !== null && (
        <Tag tone="warning" title={texts.lagTitle(formatAge(now - lastEvaluation), formatAge(interval))}>
          {texts.lag(formatAge(lag))}
        </Tag>
      )}
      <TimeShare
        took={took}
        title={texts.took(took, formatAge(interval))}
        share={interval > 0 ? evaluationTime / interval : null}
      />
      <span>{texts.every(formatAge(interval))}</span>
    </FoldHeading>
  );
}
