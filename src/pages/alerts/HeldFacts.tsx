import { reasonOf } from '../../data/alerts/acknowledgements.ts';
import { useMessages } from '../../data/services/messages.tsx';
import { alertsTexts } from '../../i18n/apart/alerts.ts';
import { matcherText } from '../../model/matcher.ts';
import { usePageAddress } from '../../view/usePageAddress.ts';
import styles from './Alerts.module.css';
import { type Held, titleOf } from './entries.ts';
import { matchersOf } from './silences/matching.ts';
import { silenceKey, useAlertsWorld } from './world.ts';

/** What one Alertmanager does with an alert: whom it tells, or what keeps it from telling. */
export function HeldFacts({ held: { server, alert } }: { readonly held: Held }) {
  const { language } = useMessages();
  const texts = alertsTexts[language].held;
  const addressOf = usePageAddress();
  const { silences, entries } = useAlertsWorld();
  const inhibitors = alert.inhibitedBy.map((fingerprint) => ({
    fingerprint,
    entry: entries.find(({ held }) =>
      held.some((one) => one.server.id === server.id && one.alert.fingerprint === fingerprint),
    ),
  }));
  return (
    <>
      <span>{texts.states[alert.state]}</span>
      <span className={styles.minor}> · {texts.receivers(alert.receivers.join(', '))}</span>
      {alert.silencedBy.map((id) => {
        const silence = silences.get(silenceKey(server, id));
        return (
          <p key={id}>
            {texts.silencedBy}{' '}
            <a href={addressOf(`/alerts?${new URLSearchParams({ show: 'silences', q: id })}`)}>
              <bdi>{silence === undefined ? id : `${silence.createdBy}: ${reasonOf(silence)}`}</bdi>
            </a>
          </p>
        );
      })}
      {inhibitors.map(({ fingerprint, entry }) => (
        <p key={fingerprint}>
          {texts.inhibitedBy}{' '}
          {entry === undefined ? (
            <code>{fingerprint}</code>
          ) : (
            <a
              href={addressOf(
                `/alerts?${new URLSearchParams(matchersOf(entry.labels).map((each) => ['match', matcherText(each)]))}`,
              )}
            >
              <bdi>{titleOf(entry)}</bdi>
            </a>
          )}
        </p>
      ))}
    </>
  );
}
