import { useMessages } from '../../data/services/messages.tsx';
import { statusTexts } from '../../i18n/apart/status.ts';
import { formatAge } from '../../model/age.ts';
import { formatText } from '../../model/units.ts';
import type { RuntimeInfo } from '../../prometheus/types.ts';
import { Tag } from '../../ui/Tag.tsx';
import { Facts } from './Facts.tsx';

interface RuntimeFactsProps {
  readonly runtime: RuntimeInfo;
  /** The server's time, epoch ms. */
  readonly now: number;
  readonly timeZone: string;
}

/** How the server runs. */
export function RuntimeFacts({ runtime, now, timeZone }: RuntimeFactsProps) {
  const { language } = useMessages();
  const texts = statusTexts[language];
  const names = texts.runtime;
  const { startTime, hostname, workingDirectory, reloadConfigSuccess, lastConfigTime } = runtime;
  const time = (at: number | null) =>
    at === null
      ? null
      : `${formatText(at, { unit: 'dateTimeAsIso', language, timeZone })} (${texts.ago(formatAge(now - at))})`;
  const count = (value: number | null) => (value === null ? null : formatText(value, { unit: 'none', language }));
  const reload = reloadConfigSuccess ? (
    texts.succeeded
  ) : (
    <Tag tone="critical" filled>
      {texts.failed}
    </Tag>
  );
  return (
    <Facts
      facts={[
        [names.startTime, time(startTime)],
        [names.hostname, hostname],
        [names.workingDirectory, workingDirectory],
        [names.reloadConfigSuccess, reloadConfigSuccess === null ? null : reload],
        [names.lastConfigTime, time(lastConfigTime)],
        [names.corruptionCount, count(runtime.corruptionCount)],
        [names.goroutineCount, count(runtime.goroutineCount)],
      ]}
    />
  );
}
