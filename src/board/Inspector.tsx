import { useState } from 'react';
import type { TimedResult } from '../data/asking/planQuestion.ts';
import { inFront } from '../data/asking/standing.ts';
import { useHeartbeat } from '../data/clock/heartbeat.ts';
import type { PanelDataState } from '../data/panel/usePanelData.ts';
import { inspectorTexts } from '../i18n/apart/inspector.ts';
import { formatAge } from '../model/age.ts';
import { formatDuration } from '../model/duration.ts';
import { isPresent } from '../model/frame.ts';
import { zonedFormat } from '../model/timeZone.ts';
import type { PanelTable } from '../panels/contract.ts';
import { describeError } from '../prometheus/describe.ts';
import type { QueryPlan } from '../prometheus/plan.ts';
import { Button } from '../ui/Button.tsx';
import { CopyButton } from '../ui/CopyButton.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import styles from './Inspector.module.css';
import type { PanelInstance } from './layout.ts';
import { useBoardWorld } from './world.ts';

interface InspectorProps {
  readonly instance: PanelInstance;
  readonly title: string;
  readonly state: PanelDataState;
  /** Makes the rows behind what is drawn; null when nothing is. */
  readonly table: (() => PanelTable) | null;
  readonly onClose: () => void;
}

/** All there is to know of a panel's data: each query as written and as asked, how it was planned, what came, as rows and raw. */
export default function Inspector({ instance, title, state, table, onClose }: InspectorProps) {
  const { language, messages } = useBoardWorld();
  const texts = inspectorTexts[language];
  const { panel } = instance;
  const failure = state.error === null ? null : describeError(state.error, messages.errors);
  return (
    <Dialog title={texts.title(title)} closeLabel={texts.close} onClose={onClose}>
      {panel.description !== undefined && <Description text={panel.description} />}
      {failure !== null && (
        <p role="alert" className={styles.failure}>
          {failure.title} {failure.advice} <code>{failure.detail}</code>
        </p>
      )}
      {state.plans.map((plan, i) => {
        const written = panel.queries[i % panel.queries.length]?.expr ?? '';
        // Not by the plan, which is another at each tick: what was asked for below stays.
        const key = JSON.stringify([written, i]);
        return <QueryDetails key={key} written={written} plan={plan} answer={state.answers[i] ?? null} />;
      })}
      {table !== null && <Samples table={table()} />}
    </Dialog>
  );
}

function Description({ text }: { readonly text: Record<'en' | 'pt-BR', string> }) {
  const { language } = useBoardWorld();
  return <p className={styles.description}>{text[language]}</p>;
}

interface QueryDetailsProps {
  readonly written: string;
  readonly plan: QueryPlan;
  readonly answer: TimedResult | null;
}

function QueryDetails({ written, plan, answer }: QueryDetailsProps) {
  const { language } = useBoardWorld();
  const texts = inspectorTexts[language];
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 0 });
  return (
    <section className={styles.query}>
      <h3>{texts.query}</h3>
      {written !== plan.expr && (
        <>
          <h4>{texts.asWritten}</h4>
          <pre>{written}</pre>
          <h4>{texts.asAsked}</h4>
        </>
      )}
      <pre>{plan.expr}</pre>
      <CopyButton look="quiet" text={plan.expr} label={texts.copy} copiedLabel={texts.copied} />
      <h4>{texts.plan}</h4>
      <Plan plan={plan} />
      <h4>{texts.timing}</h4>
      <p>
        {answer === null
          ? texts.unanswered
          : `${texts.took(number.format(answer.took))} · ${texts.series(
              number.format(answer.result.frame.series.length),
              number.format(sampleCount(answer)),
            )}`}
      </p>
      {answer !== null && <Age answeredAt={answer.answeredAt} />}
      <Remarks title={texts.warnings} remarks={answer?.result.warnings ?? []} />
      <Remarks title={texts.remarks} remarks={answer?.result.infos ?? []} />
      <RawAnswer plan={plan} />
    </section>
  );
}

/** Apart, since it moves every second. */
function Age({ answeredAt }: { readonly answeredAt: number }) {
  const { language, timeZone } = useBoardWorld();
  const texts = inspectorTexts[language];
  const age = useHeartbeat((now) => formatAge(now - answeredAt));
  const format = zonedFormat(language, timeZone, { timeStyle: 'medium' });
  return <p>{texts.age(age, format.format(answeredAt))}</p>;
}

function Remarks({ title, remarks }: { readonly title: string; readonly remarks: readonly string[] }) {
  if (remarks.length === 0) return null;
  return (
    <>
      <h4>{title}</h4>
      <ul>
        {remarks.map((remark) => (
          <li key={remark}>{remark}</li>
        ))}
      </ul>
    </>
  );
}

function sampleCount({ result }: TimedResult): number {
  let count = 0;
  for (const series of result.frame.series)
    for (let i = 0; i < series.values.length; i++) if (isPresent(series, i)) count++;
  return count;
}

function Plan({ plan }: { readonly plan: QueryPlan }) {
  const { language, timeZone } = useBoardWorld();
  const texts = inspectorTexts[language];
  const format = zonedFormat(language, timeZone, { dateStyle: 'medium', timeStyle: 'medium' });
  if (plan.kind === 'instant') {
    return (
      <p>
        {texts.kind.instant} · {format.format(plan.time)}
      </p>
    );
  }
  return (
    <p>
      {texts.kind.range} · {texts.from} {format.format(plan.start)} · {texts.to} {format.format(plan.end)} ·{' '}
      {texts.step} {formatDuration(plan.step)}
    </p>
  );
}

const SHOWN_ROWS = 200;

function Samples({ table }: { readonly table: PanelTable }) {
  const { language } = useBoardWorld();
  const texts = inspectorTexts[language];
  const number = new Intl.NumberFormat(language);
  const { columns, rows } = table;
  return (
    <section className={styles.query}>
      <h3>{texts.samples}</h3>
      {rows.length > SHOWN_ROWS && <p>{texts.rows(number.format(SHOWN_ROWS), number.format(rows.length))}</p>}
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              {columns.map(({ name, numeric }) => (
                <th key={name} scope="col" className={numeric ? styles.numeric : undefined}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, SHOWN_ROWS).map((row, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place in this answer, and holds no state
              <tr key={i}>
                {row.map((cell, c) => (
                  <td key={columns[c]?.name ?? c} className={columns[c]?.numeric ? styles.numeric : undefined}>
                    {cell.text}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/**
 * The server's own words, asked once more on demand: what is drawn is kept decoded. They stay while the board goes on, with the
 * moment that they are of.
 */
function RawAnswer({ plan }: { readonly plan: QueryPlan }) {
  const { language, messages, dataSource } = useBoardWorld();
  const texts = inspectorTexts[language];
  const [raw, setRaw] = useState<{ readonly plan: QueryPlan; readonly text: string } | null>(null);
  const load = () => {
    const { queue, client } = dataSource;
    queue
      .run(inFront, undefined, () => client.raw(plan))
      .catch((error: unknown) => {
        const { title, advice } = describeError(error, messages.errors);
        return `${title} ${advice}`;
      })
      .then((text) => setRaw({ plan, text }));
  };
  return (
    <>
      <h4>{texts.raw}</h4>
      <Button onClick={load}>{texts.loadRaw}</Button>
      {raw !== null && (
        <>
          {raw.plan.expr !== plan.expr && <pre>{raw.plan.expr}</pre>}
          <Plan plan={raw.plan} />
          <pre className={styles.raw}>{raw.text}</pre>
        </>
      )}
    </>
  );
}
