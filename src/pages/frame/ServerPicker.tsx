import { useMessages } from '../../data/services/messages.tsx';
import { useServices } from '../../data/services/services.tsx';
import { Menu } from '../../ui/Menu.tsx';

interface ServerPickerProps {
  /** By the URL; null is the first. */
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
}

/** Which Prometheus is asked, where several are configured. */
export function ServerPicker({ chosen, onChoose }: ServerPickerProps) {
  const { messages } = useMessages();
  const { config } = useServices();
  if (config.dataSources.length < 2) return null;
  const current = config.dataSources.find(({ id }) => id === chosen) ?? config.dataSources[0];
  const label = messages.pages.dashboard.variables.dataSource;
  return (
    <Menu
      label={`${label}: ${current?.name ?? ''}`}
      trigger={
        <>
          <small>{label}</small>
          {current?.name}
        </>
      }
      items={() =>
        config.dataSources.map(({ id, name }) => ({
          label: name,
          checked: id === current?.id,
          onSelect: () => onChoose(id),
        }))
      }
    />
  );
}
