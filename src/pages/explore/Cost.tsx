import { useMessages } from '../../data/services/messages.tsx';
import { formatText } from '../../model/units.ts';
import { describeError } from '../../prometheus/describe.ts';
import styles from './Explore.module.css';
import type { MeteredSource } from './meteredSource.ts';
import type { Asked } from './useAsked.ts';
import { useTexts } from './useTexts.ts';

interface CostProps {
  readonly asked: Asked;
  readonly source: MeteredSource;
}

/** What a query gave and what it cost; what the server remarked, or why it refused. */
export function Cost({ asked, source }: CostProps) {
  const { language, messages } = useMessages();
  const texts = useTexts();
  const { answer } = asked;
  if (answer.error !== null) {
    const { title, advice, detail } = describeError(answer.error, messages.errors);
    return (
      <p className={styles.failure} role="alert">
        {title} {detail === '' ? advice : <code>{detail}</code>}
      </p>
    );
  }
  if (answer.value === null) return <p className={styles.note}>{texts.asking}</p>;
  const { result, took } = answer.value;
  const { frame, capped, stats, warnings, infos } = result;
  const count = new Intl.NumberFormat(language);
  const written = (value: number, unit: string) => formatText(value, { unit, language });
  const bytes = source.bytesOf(result);
  const shown = count.format(frame.series.length);
  const total = capped?.total ?? capped?.atLeast;
  const parts = [
    total === undefined ? texts.series(frame.series.length, shown) : texts.cutSeries(shown, count.format(total)),
    ...(stats?.samples == null ? [] : [texts.samplesRead(count.format(stats.samples))]),
    ...(stats?.evalTime == null ? [] : [texts.serverTime(written(stats.evalTime, 'ms'))]),
    ...(bytes === null ? [] : [written(bytes, 'bytes')]),
    texts.answerTime(written(took, 'ms')),
  ];
  return (
    <>
      <p className={styles.note}>{parts.join(' · ')}</p>
      <Remarks title={texts.warnings} remarks={warnings} />
      <Remarks title={texts.infos} remarks={infos} />
    </>
  );
}

function Remarks({ title, remarks }: { readonly title: string; readonly remarks: readonly string[] }) {
  if (remarks.length === 0) return null;
  return (
    <div className={styles.remarks}>
      <strong>{title}</strong>
      <ul>
        {remarks.map((remark) => (
          <li key={remark}>{remark}</li>
        ))}
      </ul>
    </div>
  );
}
