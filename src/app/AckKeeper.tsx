import { useEffect } from 'react';
import { renewAcknowledgements } from '../data/alerts/acknowledgements.ts';
import { useAlertmanagers } from '../data/alerts/alertmanagers.ts';
import { useDataSource } from '../data/services/services.tsx';
import { signature, usePreferences } from '../view/preferences.ts';

/** Ms between two looks; well below what an acknowledgement has left when it is renewed. */
const EVERY = 60_000;

/** Renews the acknowledgements of whoever uses this browser, for as long as Mirante is open. Shows nothing. */
export default function AckKeeper() {
  const author = usePreferences(signature);
  const servers = useAlertmanagers(null);
  const dataSource = useDataSource(null);
  useEffect(() => {
    if (author === '') return;
    const look = () => {
      const now = dataSource?.clock.now() ?? Date.now();
      for (const { client } of servers) {
        // What cannot be renewed now is tried again in a minute; the page of alerts says what fails.
        void renewAcknowledgements(client, author, now).catch(() => undefined);
      }
    };
    look();
    const timer = setInterval(look, EVERY);
    return () => clearInterval(timer);
  }, [author, servers, dataSource]);
  return null;
}
