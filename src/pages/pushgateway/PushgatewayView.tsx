import { useMemo } from 'react';
import { type Answer, type Question, useAnswers } from '../../data/asking/useAnswers.ts';
import { useMessages } from '../../data/services/messages.tsx';
import { belongingTo, type SideServer, usePushgateways } from '../../data/services/sideServers.ts';
import { pushgatewayTexts } from '../../i18n/apart/pushgateway.ts';
import type { PushgatewayClient } from '../../pushgateway/client.ts';
import type { PushedGroup } from '../../pushgateway/types.ts';
import { Message } from '../../ui/Message.tsx';
import { useAppReady } from '../../ui/useAppReady.ts';
import { VirtualList } from '../../ui/VirtualList.tsx';
import { Choice } from '../frame/Choice.tsx';
import { Fetched } from '../frame/Fetched.tsx';
import { FilterBar } from '../frame/FilterBar.tsx';
import type { ServerPageProps } from '../frame/ServerPage.tsx';
import { type Filters, labelIndex, useFilters } from '../frame/useFilters.ts';
import { GroupItem } from './GroupItem.tsx';
import { listGroups, type Threshold, thresholdNames, thresholds } from './groups.ts';
import styles from './Pushgateway.module.css';

type Pushgateway = SideServer<PushgatewayClient>;

export function PushgatewayView(props: ServerPageProps) {
  const { dataSource, params } = props;
  const { language } = useMessages();
  const texts = pushgatewayTexts[language];
  const all = usePushgateways();
  const own = belongingTo(all, dataSource.id);
  const filters = useFilters(params);
  const answers = useAnswers(
    own.map((server) => groupsQuestion(server, props)),
    true,
  );
  const { names, valuesOf } = labelIndex(answers.flatMap(({ value }) => (value ?? []).map(({ labels }) => labels)));
  useAppReady(answers.every(({ value, error }) => value !== null || error !== null));
  if (all.length === 0) return <Message title={texts.missing.title}>{texts.missing.detail}</Message>;
  if (own.length === 0) return <Message title={texts.other} />;
  const threshold = thresholdNames.find((name) => name === params.first('stale')) ?? '5m';
  return (
    <>
      <div className={styles.controls}>
        <Choice<Threshold>
          label={texts.threshold.label}
          options={thresholdNames.map((value) => ({ value, label: texts.threshold.times[value] }))}
          value={threshold}
          onChange={(value) => params.set({ stale: value === '5m' ? [] : [value] }, 'push')}
        />
        <FilterBar
          matchers={filters.matchers}
          text={filters.text}
          labels={names}
          valuesOf={valuesOf}
          onMatchers={filters.setMatchers}
          onText={filters.setText}
        />
      </div>
      {own.map((server, i) => {
        const answer = answers[i];
        return (
          answer && (
            <Groups
              key={server.id}
              server={server}
              answer={answer}
              page={props}
              filters={filters}
              threshold={threshold}
              isNamed={own.length > 1}
            />
          )
        );
      })}
    </>
  );
}

function groupsQuestion(server: Pushgateway, { dataSource, clock }: ServerPageProps): Question<readonly PushedGroup[]> {
  return {
    key: ['pushed groups', server.id, clock.tickedAt],
    subject: `pushed groups of ${server.id}`,
    ask: (signal, standing) =>
      clock.status.track(dataSource.queue.run(standing, signal, () => server.client.groups(signal))),
  };
}

interface GroupsProps {
  readonly server: Pushgateway;
  readonly answer: Answer<readonly PushedGroup[]>;
  readonly page: ServerPageProps;
  readonly filters: Filters;
  readonly threshold: Threshold;
  /** Whether it is one of several, and has to say which. */
  readonly isNamed: boolean;
}

function Groups({ server, answer, page: { clock, timeZone }, filters, threshold, isNamed }: GroupsProps) {
  const { language } = useMessages();
  const texts = pushgatewayTexts[language];
  const listed = useMemo(
    () => listGroups(answer.value ?? [], thresholds[threshold], clock.now),
    [answer.value, threshold, clock.now],
  );
  const wanted = listed.filter(({ group, name }) =>
    filters.fits(group.labels, [name, ...group.families.map((family) => family.name)]),
  );
  const stale = listed.filter(({ isStale }) => isStale).length;
  const failed = listed.filter(({ tone }) => tone === 'critical').length;
  return (
    <section className={styles.server} aria-label={server.name}>
      {isNamed && <h2>{server.name}</h2>}
      <Fetched id={`pushed ${server.id}`} answer={answer} clock={clock} label={texts.loading(server.name)}>
        {() => (
          <>
            <p className={styles.sum} role="status">
              {listed.length === 0 ? texts.none : texts.sum(listed.length, stale, failed)}
            </p>
            {listed.length > 0 && wanted.length === 0 && <p className={styles.sum}>{texts.noMatch}</p>}
            <VirtualList items={wanted} keyOf={({ key }) => key} estimate={() => 44} label={texts.title}>
              {(item) => (
                <GroupItem
                  listed={item}
                  server={server}
                  threshold={texts.threshold.times[threshold]}
                  now={clock.now}
                  timeZone={timeZone}
                  onDeleted={answer.retry}
                />
              )}
            </VirtualList>
          </>
        )}
      </Fetched>
    </section>
  );
}
