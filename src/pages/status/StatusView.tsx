import type { ReactNode } from 'react';
import { useAnswer } from '../../data/asking/useAnswers.ts';
import { serverQuestion } from '../../data/serverLists.ts';
import { useMessages } from '../../data/services/messages.tsx';
import { statusTexts } from '../../i18n/apart/status.ts';
import type { PrometheusClient } from '../../prometheus/client.ts';
import type { BuildInfo, Reply, WalReplay } from '../../prometheus/types.ts';
import { Message } from '../../ui/Message.tsx';
import { useAppReady } from '../../ui/useAppReady.ts';
import { NotOffered } from '../frame/Fetched.tsx';
import { FetchedReply } from '../frame/FetchedReply.tsx';
import type { ServerPageProps } from '../frame/ServerPage.tsx';
import { Configuration } from './Configuration.tsx';
import { Database } from './Database.tsx';
import { Facts } from './Facts.tsx';
import { Flags } from './Flags.tsx';
import { KnownAlertmanagers } from './KnownAlertmanagers.tsx';
import { Reload } from './Reload.tsx';
import { RuntimeFacts } from './RuntimeFacts.tsx';
import styles from './Status.module.css';

type PartName = 'build' | 'runtime' | 'database' | 'alertmanagers' | 'flags' | 'config';

/** Each part is asked for and fails alone. */
export function StatusView(props: ServerPageProps) {
  const { dataSource, clock } = props;
  const runtime = useAnswer(
    serverQuestion('runtime', dataSource, clock, (client, signal) => client.runtimeInfo(signal)),
  );
  const flags = useAnswer(serverQuestion('flags', dataSource, clock, (client, signal) => client.flags(signal)));
  const retention = runtime?.value?.data.storageRetention || (flags?.value?.data['storage.tsdb.retention.time'] ?? '');
  useAppReady(runtime !== null && (runtime.value !== null || runtime.error !== null));
  const part = { page: props };
  return (
    <>
      <Replay {...props} />
      <div className={styles.columns}>
        <Part {...part} name="build" ask={(client, signal) => client.buildInfo(signal)}>
          {(build) => (isTold(build) ? <BuildFacts build={build} /> : <NotOffered />)}
        </Part>
        <Part {...part} name="runtime" ask={(client, signal) => client.runtimeInfo(signal)}>
          {(told) => <RuntimeFacts runtime={told} now={clock.now} timeZone={props.timeZone} />}
        </Part>
      </div>
      <Part {...part} name="database" ask={(client, signal) => client.tsdb(signal)}>
        {(tsdb) => <Database tsdb={tsdb} retention={retention} timeZone={props.timeZone} />}
      </Part>
      <Part {...part} name="alertmanagers" ask={(client, signal) => client.alertmanagers(signal)}>
        {(list) => <KnownAlertmanagers list={list} />}
      </Part>
      <Part {...part} name="flags" ask={(client, signal) => client.flags(signal)}>
        {(told) => <Flags flags={told} params={props.params} />}
      </Part>
      <Part
        {...part}
        name="config"
        ask={(client, signal) => client.config(signal)}
        action={<Reload dataSource={dataSource} onDone={clock.refreshNow} />}
      >
        {(yaml) => (yaml === '' ? <NotOffered /> : <Configuration yaml={yaml} />)}
      </Part>
    </>
  );
}

const isTold = (build: BuildInfo) => Object.values(build).some((text) => text !== '');

function BuildFacts({ build }: { readonly build: BuildInfo }) {
  const { language } = useMessages();
  const texts = statusTexts[language].build;
  const names = ['version', 'revision', 'branch', 'buildUser', 'buildDate', 'goVersion'] as const;
  // 20260604-00:58:54, as Prometheus's own build writes it.
  const builtOn = build.buildDate.replace(/^(\d{4})(\d\d)(\d\d)-/, '$1-$2-$3 ');
  const told = { ...build, buildDate: builtOn };
  return <Facts facts={names.map((name) => [texts[name], told[name]] as const)} />;
}

interface PartProps<T> {
  readonly page: ServerPageProps;
  readonly name: PartName;
  readonly ask: (client: PrometheusClient, signal: AbortSignal) => Promise<Reply<T>>;
  /** Beside the heading. */
  readonly action?: ReactNode;
  readonly children: (value: T) => ReactNode;
}

function Part<T>({ page: { dataSource, clock }, name, ask, action, children }: PartProps<T>) {
  const { language } = useMessages();
  const texts = statusTexts[language];
  const answer = useAnswer(serverQuestion(name, dataSource, clock, ask));
  return (
    <section className={styles.part} aria-label={texts.parts[name]}>
      <header className={styles.head}>
        <h2>{texts.parts[name]}</h2>
        {action}
      </header>
      {answer && (
        <FetchedReply id={name} answer={answer} clock={clock} label={texts.loading(texts.parts[name])}>
          {children}
        </FetchedReply>
      )}
    </section>
  );
}

/** Shown while the server replays its log; one that does not tell, or is done, has nothing here. */
function Replay({ dataSource, clock }: ServerPageProps) {
  const { language } = useMessages();
  const answer = useAnswer(serverQuestion('replay', dataSource, clock, (client, signal) => client.walReplay(signal)));
  const replay: WalReplay | null = answer?.value?.data ?? null;
  if (replay === null || replay.current >= replay.max) return null;
  return (
    <Message role="status" title={statusTexts[language].parts.replay}>
      <p>{statusTexts[language].replay(replay.current, replay.max)}</p>
      <progress value={replay.current - replay.min} max={replay.max - replay.min} />
    </Message>
  );
}
