/** Gives the series names of each panel their color slots; see `PanelEnvironment.colorSlots`. */
export type ColorSlots = (names: readonly string[]) => readonly number[];

/**
 * One per board. A name that the board has shown keeps its slot; a new one gets the lowest slot that is free in its
 * panel. Where two known names meet that share a slot, the later one moves, in that panel only.
 */
export function createColorSlots(): ColorSlots {
  const known = new Map<string, number>();
  return (names) => {
    const taken = new Set<number>();
    const slots = names.map((name) => {
      const slot = known.get(name);
      if (slot === undefined || taken.has(slot)) return null;
      taken.add(slot);
      return slot;
    });
    let next = 0;
    return slots.map((slot, i) => {
      if (slot !== null) return slot;
      while (taken.has(next)) next++;
      taken.add(next);
      const name = names[i] ?? '';
      if (!known.has(name)) known.set(name, next);
      return next;
    });
  };
}
