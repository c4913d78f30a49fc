import { lazy, type ReactNode, Suspense } from 'react';
import { useSearch } from 'wouter/use-browser-location';
import { useMessages } from '../../data/services/messages.tsx';
import { alertsTexts } from '../../i18n/apart/alerts.ts';
import { formatAge } from '../../model/age.ts';
import { formatText } from '../../model/units.ts';
import { Button } from '../../ui/Button.tsx';
import { LinkedText } from '../../ui/LinkedText.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { exploring } from '../frame/exploring.ts';
import styles from './AlertDetails.module.css';
import page from './Alerts.module.css';
import type { AlertEntry } from './entries.ts';
import { HeldFacts } from './HeldFacts.tsx';
import { useAlertsWorld } from './world.ts';

// Charts come with the first alert that is opened.
const AlertCharts = lazy(() => import('./AlertCharts.tsx'));

/** All that the servers tell of an alert, its past, and what can be done about it. */
export function AlertDetails({ entry }: { readonly entry: AlertEntry }) {
  const { language } = useMessages();
  const texts = alertsTexts[language];
  const search = useSearch();
  const { annotations, labels, value, origin, held } = entry;
  const write = (text: string) => <LinkedText text={text} texts={texts.clamp} />;
  return (
    <div className={styles.details}>
      <Actions entry={entry} />
      <dl className={styles.facts}>
        {Object.entries(annotations).map(([name, text]) => (
          <Fact key={name} name={name}>
            {write(text)}
          </Fact>
        ))}
        {value !== null && <Fact name={texts.value}>{formatText(value, { unit: '', language })}</Fact>}
        {origin !== null && (
          <Fact name={texts.rule}>
            <a className={styles.rulePromql} href={exploring(origin.rule.expr, search)}>
              <code>{origin.rule.expr}</code>
            </a>
            <span className={page.minor}>
              <bdi>{texts.origin(origin.group, origin.file)}</bdi>
              {origin.alerting.for > 0 && ` · ${texts.for(formatAge(origin.alerting.for))}`}
            </span>
          </Fact>
        )}
        {held.map((one) => (
          <Fact key={one.server.id} name={one.server.name}>
            <HeldFacts held={one} />
          </Fact>
        ))}
      </dl>
      {origin !== null && (
        <Suspense fallback={<Skeleton height="180px" />}>
          <AlertCharts entry={entry} origin={origin} />
        </Suspense>
      )}
      <h3 className={styles.heading}>{texts.labels}</h3>
      <dl className={styles.facts}>
        {Object.entries(labels)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([name, text]) => (
            <Fact key={name} name={name}>
              {write(text)}
            </Fact>
          ))}
      </dl>
    </div>
  );
}

/** Acknowledge and silence; where they are not to be had, why. */
function Actions({ entry }: { readonly entry: AlertEntry }) {
  const { language } = useMessages();
  const texts = alertsTexts[language];
  const { servers, canWrite, silence } = useAlertsWorld();
  if (servers.length === 0) return null;
  return (
    <div className={styles.actions}>
      <Button disabled={!canWrite || entry.isSuppressed} onClick={() => silence(entry, 'acknowledge')}>
        {texts.silence.acknowledge}
      </Button>
      <Button disabled={!canWrite} onClick={() => silence(entry, 'silence')}>
        {texts.silence.open}
      </Button>
      {!canWrite && <span className={page.minor}>{texts.needsOperator}</span>}
    </div>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>
        <bdi>{name}</bdi>
      </dt>
      <dd>{children}</dd>
    </div>
  );
}
