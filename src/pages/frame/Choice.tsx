import { Menu } from '../../ui/Menu.tsx';

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly value: T;
  readonly onChange: (value: T) => void;
}

/** A choice that narrows a list, as a menu that says what is chosen. */
export function Choice<T extends string>({ label, options, value, onChange }: ChoiceProps<T>) {
  const chosen = options.find((option) => option.value === value)?.label ?? '';
  return (
    <Menu
      label={`${label}: ${chosen}`}
      trigger={
        <>
          <small>{label}</small> {chosen}
        </>
      }
      items={() =>
        options.map((option) => ({
          label: option.label,
          checked: option.value === value,
          onSelect: () => onChange(option.value),
        }))
      }
    />
  );
}
