import { lazy, Suspense } from 'react';
import { useMessages } from '../../data/services/messages.tsx';
import type { Dashboard } from '../../model/dashboard.ts';
import type { View } from '../../view/urlState.ts';
import { ServerPicker } from '../frame/ServerPicker.tsx';
import { VariablePicker } from '../frame/VariablePicker.tsx';
import { useHost } from './host.tsx';

/** Few dashboards have variables that are typed. */
const VariableText = lazy(async () => ({ default: (await import('./VariableText.tsx')).VariableText }));

interface PickersProps {
  readonly view: View;
  readonly change: (patch: Partial<View>, how: 'push' | 'replace') => void;
}

interface VariablesBarProps extends PickersProps {
  readonly dashboard: Dashboard;
}

/** What the viewer can choose of the dashboard's variables, in their order; before them the server, where there are several. */
export function VariablesBar({ dashboard, view, change }: VariablesBarProps) {
  const hasOwnServer = dashboard.variables.some(({ type }) => type === 'datasource');
  return (
    <>
      {!hasOwnServer && (
        <ServerPicker chosen={view.dataSource} onChoose={(dataSource) => change({ dataSource }, 'push')} />
      )}
      <Pickers view={view} change={change} />
    </>
  );
}

/** Their options move with the board's clock. */
function Pickers({ view, change }: PickersProps) {
  const { language } = useMessages();
  return useHost().variables.states.map((state) => {
    const { variable } = state;
    const label = variable.label?.[language] ?? variable.name.replaceAll('_', ' ');
    const onChoose = (values: readonly string[]) =>
      change({ variables: new Map(view.variables).set(variable.name, values) }, 'push');
    if (variable.type === 'constant') return null;
    if (variable.type === 'textbox') {
      return (
        <Suspense key={variable.name}>
          <VariableText label={label} value={state.current[0] ?? ''} onChoose={onChoose} />
        </Suspense>
      );
    }
    return <VariablePicker key={variable.name} label={label} state={state} onChoose={onChoose} />;
  });
}
