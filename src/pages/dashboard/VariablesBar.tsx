import { lazy, Suspense } from 'react';
import { useMessages } from '../../data/messages.tsx';
import { useServices } from '../../data/services.tsx';
import type { VariableState } from '../../data/useVariables.ts';
import { Menu } from '../../ui/Menu.tsx';
import type { View } from '../../view/urlState.ts';
import { VariablePicker } from '../frame/VariablePicker.tsx';

/** Few dashboards have variables that are typed. */
const VariableText = lazy(async () => ({ default: (await import('./VariableText.tsx')).VariableText }));

interface VariablesBarProps {
  readonly states: readonly VariableState[];
  readonly view: View;
  readonly change: (patch: Partial<View>, how: 'push' | 'replace') => void;
}

/** What the viewer can choose of the dashboard's variables, in their order; before them the server, where there are several. */
export function VariablesBar({ states, view, change }: VariablesBarProps) {
  const { language } = useMessages();
  const set = (name: string, values: readonly string[]) =>
    change({ variables: new Map(view.variables).set(name, values) }, 'push');
  const hasOwnServer = states.some(({ variable }) => variable.type === 'datasource');
  return (
    <>
      {!hasOwnServer && (
        <ServerPicker chosen={view.dataSource} onChoose={(dataSource) => change({ dataSource }, 'push')} />
      )}
      {states.map((state) => {
        const { variable } = state;
        const label = variable.label?.[language] ?? variable.name.replaceAll('_', ' ');
        const onChoose = (values: readonly string[]) => set(variable.name, values);
        if (variable.type === 'constant') return null;
        if (variable.type === 'textbox') {
          return (
            <Suspense key={variable.name}>
              <VariableText label={label} value={state.current[0] ?? ''} onChoose={onChoose} />
            </Suspense>
          );
        }
        return <VariablePicker key={variable.name} label={label} state={state} onChoose={onChoose} />;
      })}
    </>
  );
}

interface ServerPickerProps {
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
}

/** Which Prometheus is asked, where several are configured. */
function ServerPicker({ chosen, onChoose }: ServerPickerProps) {
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
