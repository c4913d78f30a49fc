import { useState } from 'react';
import { useMessages } from '../../data/services/messages.tsx';
import { frameTexts } from '../../i18n/apart/frame.ts';
import { lintTexts } from '../../i18n/apart/lint.ts';
import { rulesTexts } from '../../i18n/apart/rules.ts';
import { formatAge } from '../../model/age.ts';
import { formatText } from '../../model/units.ts';
import type { Finding } from '../../prometheus/lint/finding.ts';
import type { Rule } from '../../prometheus/types.ts';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { LinkedText } from '../../ui/LinkedText.tsx';
import { Mark } from '../../ui/Mark.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { exploring } from '../frame/exploring.ts';
import { LabelList, listed as listedLabels } from '../frame/LabelList.tsx';
import { LongText } from '../frame/LongText.tsx';
import { TimeShare } from '../frame/TimeShare.tsx';
import { healthTones, type ListedRule, stateTones } from './groups.ts';
import styles from './Rules.module.css';

interface RuleItemProps {
  readonly listed: ListedRule;
  /** What the linter says of its expression. */
  readonly findings: readonly Finding[];
  /** The server's time, epoch ms. */
  readonly now: number;
}

/** One rule: health, state, expression, when it was evaluated, its last error in full, and what the linter says of it. */
export function RuleItem({ listed: { rule, group, health }, findings, now }: RuleItemProps) {
  const { language } = useMessages();
  const texts = rulesTexts[language];
  const [isOpen, setOpen] = useState(false);
  const annotations = listedLabels(rule.alerting?.annotations ?? {});
  const took = formatText(rule.evaluationTime / 1000, { unit: 's', language });
  const tone = healthTones[health];
  return (
    <article className={styles.rule}>
      <Mark tone={tone} label={texts.ruleTones[tone]} />
      <div className={styles.head}>
        <strong>
          <LongText text={rule.name} limit={200} />
        </strong>
        <State rule={rule} />
        <LabelList labels={listedLabels(rule.labels)} />
      </div>
      <span className={styles.times}>
        {rule.lastEvaluation === null ? texts.never : texts.evaluated(formatAge(now - rule.lastEvaluation))}
        <TimeShare
          took={took}
          title={texts.took(took, formatAge(group.interval))}
          share={group.interval > 0 ? rule.evaluationTime / group.interval : null}
        />
      </span>
      <span className={styles.actions}>
        <ButtonLink
          look="quiet"
          icon="search"
          href={exploring(rule.expr, location.search)}
          aria-label={texts.explore(rule.name)}
          title={texts.exploreShort}
        />
        {annotations.length > 0 && (
          <Button
            look="quiet"
            icon={isOpen ? 'down' : 'forward'}
            aria-label={texts.details(rule.name)}
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
          />
        )}
      </span>
      <code className={styles.expr}>
        <LongText text={rule.expr} limit={400} />
      </code>
      {rule.lastError !== '' && (
        <p className={styles.error}>
          <LongText text={rule.lastError} />
        </p>
      )}
      {findings.map((finding) => (
        <p key={`${finding.rule} ${finding.from} ${finding.subject}`} className={styles.hint}>
          <Tag tone="info">{texts.hint}</Tag>{' '}
          <code>
            <LongText text={finding.subject} limit={200} />
          </code>{' '}
          {lintTexts[language][finding.rule]}
        </p>
      ))}
      {isOpen && (
        <dl className={styles.annotations}>
          {annotations.map(({ name, value }) => (
            <div key={name}>
              <dt>
                <bdi>{name}</bdi>
              </dt>
              <dd>
                <LinkedText text={value} texts={frameTexts[language].long} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </article>
  );
}

/** Recording, or in which state the alert is and how long it waits. */
function State({ rule: { alerting } }: { readonly rule: Rule }) {
  const { language } = useMessages();
  const texts = rulesTexts[language];
  if (alerting === null) return <Tag>{texts.recording}</Tag>;
  const { state, alerts, keepFiringFor } = alerting;
  const active = Math.max(1, alerts.filter((alert) => alert.state === state).length);
  const words = {
    firing: texts.firing(active),
    pending: texts.pending(active),
    inactive: texts.inactive,
    unknown: texts.stateless,
  };
  return (
    <>
      <Tag tone={stateTones[state]} filled={state === 'firing'}>
        {words[state]}
      </Tag>
      {alerting.for > 0 && <small>{texts.waits(formatAge(alerting.for))}</small>}
      {keepFiringFor > 0 && <small>{texts.keeps(formatAge(keepFiringFor))}</small>}
    </>
  );
}
