import { useMemo, useState } from 'react';
import { isAcknowledgement, reasonOf } from '../../../data/alerts/acknowledgements.ts';
import { useHeartbeat } from '../../../data/clock/heartbeat.ts';
import { useMessages } from '../../../data/services/messages.tsx';
import { alertsTexts } from '../../../i18n/apart/alerts.ts';
import { formatAge } from '../../../model/age.ts';
import { isJudged, matcherText } from '../../../model/matcher.ts';
import { Button } from '../../../ui/Button.tsx';
import { LinkedText } from '../../../ui/LinkedText.tsx';
import { Tag } from '../../../ui/Tag.tsx';
import { usePageAddress } from '../../../view/usePageAddress.ts';
import page from '../Alerts.module.css';
import { useAlertsWorld } from '../world.ts';
import { fromApi, matchedAlerts, type OwnedSilence } from './matching.ts';
import styles from './Silences.module.css';
import { useWrite } from './useWrite.ts';
import { WriteFailures } from './WriteFailures.tsx';

const HOUR = 3_600_000;

/** One silence: what, by whom and why, how long still, what it matches now; extends and ends it. */
export function SilenceItem({ server, silence }: OwnedSilence) {
  const { language } = useMessages();
  const texts = alertsTexts[language];
  const { servers, entries, dataSource, clock, canWrite } = useAlertsWorld();
  const addressOf = usePageAddress();
  const { isSending, failures, send } = useWrite();
  const [isAsking, setAsking] = useState(false);
  const matchers = useMemo(() => silence.matchers.map(fromApi), [silence]);
  const matched = useMemo(() => matchedAlerts(matchers, entries, [server]), [matchers, entries, server]);
  const isSure = matchers.every(isJudged);
  const { id, createdBy, comment, startsAt, endsAt, state } = silence;
  const left = useHeartbeat(() => {
    const now = dataSource.clock.now();
    if (state === 'expired') return texts.silence.ended(formatAge(now - endsAt));
    if (state === 'pending') return texts.silence.begins(formatAge(startsAt - now));
    return texts.silence.left(formatAge(endsAt - now));
  });
  const extend = () => {
    const { matchers: sent } = silence;
    const until = Math.max(endsAt, dataSource.clock.now()) + HOUR;
    send(
      [server],
      ({ client }) => client.createSilence({ id, matchers: sent, createdBy, comment, startsAt, endsAt: until }),
      clock.refreshNow,
    );
  };
  const expire = () => {
    setAsking(false);
    send([server], ({ client }) => client.expireSilence(id), clock.refreshNow);
  };
  const search = new URLSearchParams(matchers.map((matcher) => ['match', matcherText(matcher)]));
  const name = matchers.map(matcherText).join(' ');
  const isAck = isAcknowledgement(silence);
  const isOver = state === 'expired';
  return (
    <article className={styles.silence} data-state={state} id={`silence-${id}`}>
      <div className={styles.matchers}>
        {matchers.map((matcher) => (
          <code key={matcherText(matcher)} className={styles.matcher}>
            {matcherText(matcher)}
          </code>
        ))}
      </div>
      <div className={styles.silenceEnd}>
        {isAck && <Tag tone="info">{texts.silence.isAck}</Tag>}
        <span>{left}</span>
        {!isOver && (
          <span className={styles.actions}>
            <Button
              disabled={!canWrite || isSending}
              title={canWrite ? undefined : texts.needsOperator}
              aria-label={texts.silence.extendThis(name)}
              onClick={extend}
            >
              {texts.silence.extend}
            </Button>
            <Button
              disabled={!canWrite || isSending}
              title={canWrite ? undefined : texts.needsOperator}
              aria-label={texts.silence.expireThis(name)}
              aria-expanded={isAsking}
              onClick={() => setAsking(!isAsking)}
            >
              {texts.silence.expire}
            </Button>
          </span>
        )}
      </div>
      <div className={page.minor}>
        <bdi>{createdBy}</bdi>
        {servers.length > 1 && <> · {server.name}</>}
        {' · '}
        <a href={addressOf(`/alerts?${search}`)}>{texts.silence.matches(matched.length, isSure)}</a>
        <LinkedText text={reasonOf(silence)} texts={texts.clamp} />
      </div>
      {isAsking && (
        <fieldset className={styles.confirm} aria-label={texts.silence.expireThis(name)}>
          {texts.silence.confirm(matched.length, isSure)}
          <Button look="primary" onClick={expire}>
            {texts.silence.expireNow}
          </Button>
          <Button onClick={() => setAsking(false)}>{texts.silence.keep}</Button>
        </fieldset>
      )}
      <WriteFailures failures={failures} />
    </article>
  );
}
