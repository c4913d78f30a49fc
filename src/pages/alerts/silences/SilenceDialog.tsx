import { useMemo, useRef, useState } from 'react';
import { ACK, ACK_LENGTH } from '../../../data/alerts/acknowledgements.ts';
import { useMessages } from '../../../data/services/messages.tsx';
import { alertsTexts } from '../../../i18n/apart/alerts.ts';
import { parseDuration } from '../../../model/duration.ts';
import { isJudged, type Matcher } from '../../../model/matcher.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Field, Segmented, TextInput } from '../../../ui/Field.tsx';
import { signature, usePreferences } from '../../../view/preferences.ts';
import { FilterBar } from '../../frame/FilterBar.tsx';
import { labelIndex } from '../../frame/useFilters.ts';
import type { AlertEntry } from '../entries.ts';
import { type SilencePurpose, useAlertsWorld } from '../world.ts';
import { matchedAlerts, matchersOf, silencesEverything, toApi } from './matching.ts';
import { Preview } from './Preview.tsx';
import styles from './Silences.module.css';
import { useWrite } from './useWrite.ts';
import { WriteFailures } from './WriteFailures.tsx';

interface SilenceDialogProps {
  /** The alert that it begins from. */
  readonly entry: AlertEntry;
  readonly purpose: SilencePurpose;
  readonly onClose: () => void;
}

const lengths = ['1h', '2h', '8h', '1d', '7d'] as const;
const ALL = '';

/** Makes a silence, or acknowledges an alert: what, for how long, by whom, why; and what it would silence before it is sent. */
export function SilenceDialog({ entry, purpose, onClose }: SilenceDialogProps) {
  const { language } = useMessages();
  const texts = alertsTexts[language].silence;
  const { servers, entries, dataSource, clock } = useAlertsWorld();
  const author = usePreferences((preferences) => preferences.author);
  const createdBy = usePreferences(signature);
  const choose = usePreferences((preferences) => preferences.choose);
  const { isSending, failures, send } = useWrite();
  // By server, what it made of an attempt that failed at another one: sent again, that is changed, and no second one made.
  const made = useRef(new Map<string, string>());
  const [matchers, setMatchers] = useState<readonly Matcher[]>(() =>
    matchersOf(entry.held[0]?.alert.labels ?? entry.labels),
  );
  const [unread, setUnread] = useState('');
  const [length, setLength] = useState('2h');
  const [comment, setComment] = useState('');
  const [serverId, setServerId] = useState(() =>
    servers.length > 1 && entry.held.length === 1 ? (entry.held[0]?.server.id ?? ALL) : ALL,
  );
  const chosen = useMemo(() => servers.filter(({ id }) => serverId === ALL || id === serverId), [servers, serverId]);
  const matched = useMemo(() => matchedAlerts(matchers, entries, chosen), [matchers, entries, chosen]);
  const { names, valuesOf } = useMemo(() => labelIndex(entries.map(({ labels }) => labels)), [entries]);
  const isAck = purpose === 'acknowledge';
  const lasts = isAck ? ACK_LENGTH : parseDuration(length);
  const isTooWide = silencesEverything(matchers);
  const isReady =
    !isTooWide && unread === '' && (lasts ?? 0) > 0 && createdBy !== '' && (isAck || comment.trim() !== '');
  const submit = () => {
    const startsAt = dataSource.clock.now();
    const draft = {
      matchers: matchers.map(toApi),
      createdBy,
      comment: isAck ? `${ACK} ${comment.trim() || texts.onIt}` : comment.trim(),
      startsAt,
      endsAt: startsAt + (lasts ?? 0),
    };
    send(
      chosen,
      async ({ id: server, client }) => {
        const id = made.current.get(server);
        made.current.set(server, await client.createSilence({ ...draft, ...(id !== undefined && { id }) }));
      },
      () => {
        clock.refreshNow();
        onClose();
      },
    );
  };
  return (
    <Dialog title={isAck ? texts.acknowledgeTitle : texts.title} closeLabel={texts.close} onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady && !isSending) submit();
        }}
      >
        {isAck && <p className={styles.note}>{texts.renewal}</p>}
        <div>
          <p className={styles.fieldName}>{texts.matchers}</p>
          <FilterBar
            matchers={matchers}
            text={unread}
            labels={names}
            valuesOf={valuesOf}
            onMatchers={setMatchers}
            onText={setUnread}
          />
          {isTooWide && <p className={styles.refused}>{texts.tooWide}</p>}
          {unread !== '' && <p className={styles.refused}>{texts.noMatcher}</p>}
        </div>
        {servers.length > 1 && (
          <Segmented
            label={texts.server}
            options={[
              { value: ALL, label: texts.allServers },
              ...servers.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            value={serverId}
            onChange={setServerId}
          />
        )}
        {!isAck && (
          <Field label={texts.length} error={lasts === null ? texts.badLength : null}>
            <TextInput
              value={length}
              list="silence-lengths"
              aria-invalid={lasts === null}
              onChange={(event) => setLength(event.currentTarget.value)}
            />
            <datalist id="silence-lengths">
              {lengths.map((each) => (
                <option key={each} value={each} />
              ))}
            </datalist>
          </Field>
        )}
        <Field label={texts.author}>
          <TextInput
            value={author}
            autoComplete="username"
            onChange={(event) => choose({ author: event.currentTarget.value })}
          />
        </Field>
        <Field label={isAck ? texts.optionalComment : texts.comment}>
          <TextInput value={comment} onChange={(event) => setComment(event.currentTarget.value)} />
        </Field>
        <Preview matched={isTooWide ? [] : matched} isSure={matchers.every(isJudged)} />
        <WriteFailures failures={failures} />
        <div className={styles.buttons}>
          <Button onClick={onClose}>{texts.cancel}</Button>
          <Button type="submit" look="primary" disabled={!isReady || isSending}>
            {isAck ? texts.acknowledge : texts.create}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
