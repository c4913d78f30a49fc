import { useMemo } from 'react';
import type { Messages } from '../../i18n/messages.ts';
import { zoneName } from '../../model/timeZone.ts';
import { type Option, OptionList } from '../OptionList.tsx';
import { type TimeContext, zoneOffsetText } from './rangeText.ts';
import styles from './TimePickerBody.module.css';

interface ZonePickerProps {
  /** `browser`, `utc` or an IANA name. */
  readonly zone: string;
  readonly context: TimeContext;
  readonly onZone: (zone: string) => void;
  readonly texts: Messages['shell'];
}

/** The zone in which times are told: this device's, UTC, or any that the browser knows. */
export function ZonePicker({ zone, context, onZone, texts }: ZonePickerProps) {
  const options = useMemo((): readonly Option[] => {
    const own = zoneName('browser');
    const named = Intl.supportedValuesOf('timeZone').filter((name) => name !== 'UTC');
    return [
      { value: 'browser', label: texts.time.browserZone(own), hint: zoneOffsetText(own, context.now) },
      { value: 'utc', label: texts.time.utc },
      ...named.map((name) => ({ value: name, label: name.replaceAll('_', ' ') })),
    ];
  }, [texts, context.now]);
  return (
    <details className={styles.zone}>
      <summary>
        {texts.time.zone}: <strong>{zoneName(context.timeZone).replaceAll('_', ' ')}</strong>
      </summary>
      <OptionList
        label={texts.time.zoneSearch}
        options={options}
        selected={new Set([zone])}
        onPick={onZone}
        texts={texts.list}
      />
    </details>
  );
}
