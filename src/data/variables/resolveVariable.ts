import type { Variable } from '../../model/dashboard.ts';
import type { VariableValue } from '../../prometheus/interpolate.ts';
import { allValue } from '../../view/urlState.ts';

/**
 * What is chosen of a variable: what the URL says, else its default, else All or the first option. A chosen value that is
 * no option (any more) is kept: the viewer sees what was asked for, and the panels say why it is empty.
 * `options` are the values to choose from; null while they are being asked for, and then so is the answer unless the
 * URL settles it.
 */
export function resolveVariable(
  variable: Variable,
  chosen: readonly string[] | undefined,
  options: readonly string[] | null,
): VariableValue | null {
  switch (variable.type) {
    case 'constant':
      return one(variable.value);
    case 'textbox':
      return one(chosen?.[0] ?? variable.default);
    case 'interval':
      return one(chosen?.[0] ?? variable.default ?? variable.options[0] ?? '1m');
    case 'datasource':
      return one(chosen?.[0] ?? options?.[0] ?? '');
    case 'query':
    case 'custom': {
      const wanted = chosen ?? variable.default;
      if (variable.all && (wanted === undefined ? true : wanted.includes(allValue)))
        return { values: options ?? [], all: true };
      const values = wanted?.filter((value) => value !== allValue) ?? [];
      if (values.length > 0) return { values: variable.multi ? values : values.slice(0, 1), all: false };
      if (options === null) return null;
      return { values: options.slice(0, 1), all: false };
    }
  }
}

const one = (value: string): VariableValue => ({ values: [value], all: false });
