import { useMessages } from '../../data/services/messages.tsx';
import { alertsTexts } from '../../i18n/apart/alerts.ts';
import { Menu } from '../../ui/Menu.tsx';

interface GroupPickerProps {
  /** The label that alerts are grouped by. */
  readonly by: string;
  /** Label names that alerts have. */
  readonly labels: readonly string[];
  readonly onChange: (label: string) => void;
}

const first: readonly string[] = ['system', 'alertname', 'severity'];

/** By which label the alerts are grouped. */
export function GroupPicker({ by, labels, onChange }: GroupPickerProps) {
  const { language } = useMessages();
  const texts = alertsTexts[language].group;
  const item = (label: string) => ({
    label: texts.name(label),
    checked: label === by,
    onSelect: () => onChange(label),
  });
  const others = [...new Set([...labels, by])].filter((label) => !first.includes(label)).sort();
  return (
    <Menu
      label={`${texts.label}: ${texts.name(by)}`}
      trigger={
        <>
          <small>{texts.label}</small>
          {texts.name(by)}
        </>
      }
      items={() => [...first.map(item), ...(others.length > 0 ? (['separator'] as const) : []), ...others.map(item)]}
    />
  );
}
