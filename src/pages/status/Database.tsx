import { useMessages } from '../../data/services/messages.tsx';
import { statusTexts } from '../../i18n/apart/status.ts';
import { formatAge } from '../../model/age.ts';
import type { Language } from '../../model/language.ts';
import { formatText } from '../../model/units.ts';
import type { Ranked, TsdbStatus } from '../../prometheus/types.ts';
import { LongText } from '../frame/LongText.tsx';
import { Facts } from './Facts.tsx';
import { type Remark, readDatabase } from './reading.ts';
import styles from './Status.module.css';

interface DatabaseProps {
  readonly tsdb: TsdbStatus;
  /** As the server writes it; '' where it does not say. */
  readonly retention: string;
  readonly timeZone: string;
}

/** What the head of the database holds, what it holds most of, and what that says. */
export function Database({ tsdb, retention, timeZone }: DatabaseProps) {
  const { language } = useMessages();
  const texts = statusTexts[language].database;
  const { head } = tsdb;
  const count = (value: number) => formatText(value, { unit: 'none', language, decimals: 0 });
  const time = (at: number) => formatText(at, { unit: 'dateTimeAsIso', language, timeZone });
  const remarks = readDatabase(tsdb);
  const isTold = head !== null || tsdb.labelValueCountByLabelName.length > 0;
  return (
    <div className={styles.database}>
      <Facts
        facts={[
          [texts.series, head && count(head.seriesCount)],
          [texts.today, tsdb.seriesToday === null ? null : count(tsdb.seriesToday)],
          [texts.chunks, head && count(head.chunkCount)],
          // An empty head has its ends the wrong way around.
          [texts.range, head && head.maxTime > head.minTime ? `${time(head.minTime)} – ${time(head.maxTime)}` : null],
          [texts.retention, retention],
        ]}
      />
      <div>
        <h3>{texts.reading}</h3>
        <ul className={styles.reading}>
          {remarks.map((remark) => (
            <li key={remark.kind === 'longHead' ? remark.kind : `${remark.kind} ${remark.name}`}>
              <bdi>{sentenceOf(remark, language)}</bdi>
            </li>
          ))}
          {remarks.length === 0 && <li>{isTold ? statusTexts[language].reading.nothing : texts.notTold}</li>}
        </ul>
      </div>
      <div className={styles.rankings}>
        <Ranking title={texts.values} ranked={tsdb.labelValueCountByLabelName} unit="none" />
        <Ranking title={texts.metrics} ranked={tsdb.seriesCountByMetricName} unit="none" />
        <Ranking title={texts.memory} ranked={tsdb.memoryInBytesByLabelName} unit="bytes" />
        <Ranking title={texts.pairs} ranked={tsdb.seriesCountByLabelValuePair} unit="none" />
      </div>
    </div>
  );
}

function sentenceOf(remark: Remark, language: Language): string {
  const texts = statusTexts[language].reading;
  const count = (value: number) => formatText(value, { unit: 'none', language, decimals: 0 });
  if (remark.kind === 'label') return texts.label(remark.name, count(remark.values));
  if (remark.kind === 'longHead') return texts.longHead(formatAge(remark.age));
  return texts.metric(remark.name, count(remark.series), formatText(remark.share, { unit: 'percentunit', language }));
}

interface RankingProps {
  readonly title: string;
  readonly ranked: readonly Ranked[];
  readonly unit: string;
}

/** The largest, each with a bar against the first. */
function Ranking({ title, ranked, unit }: RankingProps) {
  const { language } = useMessages();
  const largest = Math.max(0, ...ranked.map(({ value }) => value));
  return (
    <div>
      <h3>{title}</h3>
      {ranked.length === 0 && <p className={styles.quiet}>{statusTexts[language].database.notTold}</p>}
      <ol className={styles.ranking}>
        {ranked.map(({ name, value }) => (
          <li key={name}>
            <span className={styles.ranked}>
              <LongText text={name} limit={160} />
            </span>
            <span>{formatText(value, { unit, language })}</span>
            <span className={styles.bar}>
              <i style={{ width: `${largest === 0 ? 0 : (value / largest) * 100}%` }} />
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}
