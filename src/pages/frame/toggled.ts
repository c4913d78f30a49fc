/**
 * The values after `picked` is ticked or unticked among several. All stands alone: it replaces the others and gives way
 * to them. Without any value left, All is chosen where there is one.
 */
export function toggled(values: readonly string[], picked: string, all: string | null): readonly string[] {
  if (picked === all) return values.includes(picked) ? [] : [picked];
  const others = values.filter((value) => value !== picked && value !== all);
  const next = values.includes(picked) ? others : [...others, picked];
  return next.length === 0 && all !== null ? [all] : next;
}
