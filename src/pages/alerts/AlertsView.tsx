import { useEffect, useMemo, useState } from 'react';
import { watchdogFailure } from '../../data/alerts/watchdog.ts';
import { useMessages } from '../../data/services/messages.tsx';
import { useServices } from '../../data/services/services.tsx';
import { alertsTexts } from '../../i18n/apart/alerts.ts';
import { permits } from '../../model/config.ts';
import { isWhole } from '../../prometheus/completeness.ts';
import { describeError } from '../../prometheus/describe.ts';
import { Message } from '../../ui/Message.tsx';
import { useAppReady } from '../../ui/useAppReady.ts';
import { FetchedReply } from '../frame/FetchedReply.tsx';
import type { ServerPageProps } from '../frame/ServerPage.tsx';
import { labelIndex, useFilters } from '../frame/useFilters.ts';
import { WatchdogNotice } from '../frame/WatchdogNotice.tsx';
import { AlertList } from './AlertList.tsx';
import styles from './Alerts.module.css';
import { Controls } from './Controls.tsx';
import { type AlertEntry, countAlerts, stateChoices } from './entries.ts';
import { SilenceDialog } from './silences/SilenceDialog.tsx';
import { SilenceList } from './silences/SilenceList.tsx';
import { useAlertsData } from './useAlertsData.ts';
import { AlertsProvider, type AlertsWorld, type SilencePurpose } from './world.ts';

interface AlertsViewProps extends ServerPageProps {
  /** Says the counts in the tab's title. */
  readonly onMark: (mark: string) => void;
}

/** The alerts, or the silences, as the address says. */
export function AlertsView({ dataSource, clock, params, theme, timeZone, onMark }: AlertsViewProps) {
  const { language, messages } = useMessages();
  const texts = alertsTexts[language];
  const { role, watchdog } = useServices().config;
  const state = stateChoices.find((known) => known === params.first('state')) ?? 'all';
  const by = params.first('by') || 'system';
  const isSilences = params.first('show') === 'silences';
  const filters = useFilters(params);
  const data = useAlertsData(dataSource, clock);
  const { answer, rules, entries, servers, silences, silencesKnown, silencesById, failures, isKnown } = data;
  const [asked, setAsked] = useState<{ entry: AlertEntry; purpose: SilencePurpose } | null>(null);
  useAppReady(isKnown || (answer !== null && answer.error !== null));
  const reply = answer?.value ?? null;
  const failure = useMemo(
    () => watchdogFailure(watchdog, reply && entries, reply !== null && isWhole(reply)),
    [watchdog, reply, entries],
  );
  const counts = useMemo(() => countAlerts(entries, watchdog), [entries, watchdog]);
  const { names, valuesOf } = useMemo(() => labelIndex(entries.map(({ labels }) => labels)), [entries]);
  const critical = counts.critical + (failure === null ? 0 : 1);
  useEffect(() => onMark(texts.mark(critical, counts.warning)), [onMark, texts, critical, counts.warning]);
  const world = useMemo(
    (): AlertsWorld => ({
      dataSource,
      clock,
      theme,
      timeZone,
      servers,
      silences: silencesById,
      entries,
      canWrite: permits(role, 'operator'),
      silence: (entry, purpose) => setAsked({ entry, purpose }),
    }),
    [dataSource, clock, theme, timeZone, servers, silencesById, entries, role],
  );
  return (
    <AlertsProvider value={world}>
      <WatchdogNotice failure={failure} />
      <Controls
        params={params}
        filters={filters}
        state={state}
        by={by}
        isSilences={isSilences}
        labels={names}
        valuesOf={valuesOf}
      />
      {failures.map(({ server, error }) => {
        const { detail } = describeError(error, messages.errors);
        return (
          <Message key={server.id} role="alert" title={texts.serverFailed(server.name)}>
            {detail !== '' && <pre>{detail}</pre>}
          </Message>
        );
      })}
      {servers.length === 0 && <p className={styles.minor}>{texts.noAlertmanager}</p>}
      {answer && (
        <FetchedReply id="alerts" answer={answer} clock={clock} label={texts.loading}>
          {() => null}
        </FetchedReply>
      )}
      {isKnown && !isSilences && (
        <AlertList
          entries={entries}
          rules={rules}
          hasRules={rules.length > 0 || reply === null || !isWhole(reply)}
          counts={counts}
          filters={filters}
          state={state}
          by={by}
        />
      )}
      {isSilences && servers.length > 0 && <SilenceList silences={silences} known={silencesKnown} filters={filters} />}
      {asked && <SilenceDialog {...asked} onClose={() => setAsked(null)} />}
    </AlertsProvider>
  );
}
