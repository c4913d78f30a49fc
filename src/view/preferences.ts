import * as v from 'valibot';
import { create, type StoreApi, type UseBoundStore } from 'zustand';
import { type Language, languageOf, languages } from '../model/language.ts';
import { isTimeZoneChoice } from '../model/timeZone.ts';
import { type Theme, themes } from './theme.ts';

/** What the viewer likes, on this machine. The URL may say otherwise for one view; these are what it falls back to. */
export interface Preferences {
  readonly theme: Theme;
  readonly language: Language;
  /** `browser`, `utc` or an IANA zone. */
  readonly timeZone: string;
  readonly sidebarCollapsed: boolean;
  /** Who makes silences from here, as it was typed; `signature` is what they are signed with. */
  readonly author: string;
  /** By dashboard (`<pack>/<dashboard>`) the rows that the viewer collapsed (true) or opened (false). */
  readonly collapsedRows: Readonly<Record<string, Readonly<Record<string, boolean>>>>;
}

export interface PreferenceState extends Preferences {
  /** Changes some preferences and keeps them. */
  choose(changes: Partial<Preferences>): void;
  /** Collapses or opens a row of a dashboard. */
  collapseRow(dashboard: string, row: string, collapsed: boolean): void;
  /** Takes up what is kept: another tab keeps its own choices in the same place, and what this one keeps next is all of them. */
  reread(): void;
}

/** The author's name as it stands in silences; '' where nobody said. Trimmed here, since blanks come and go while it is typed. */
export const signature = ({ author }: Preferences) => author.trim();

/** Where preferences are kept: the part of `localStorage` that is used. */
export type PreferenceStorage = Pick<Storage, 'getItem' | 'setItem'>;

const storageKey = 'mirante.preferences';

/**
 * A store of preferences kept in `storage`, which may be null, refuse, or hold anything. Only what differs from the
 * defaults is kept, so that a viewer who never chose a language goes on following the browser's.
 *
 * @param browserLanguages language tags the viewer reads, best first
 */
export function createPreferences(
  storage: PreferenceStorage | null,
  browserLanguages: readonly string[],
): UseBoundStore<StoreApi<PreferenceState>> {
  const defaults: Preferences = {
    theme: 'system',
    language: firstSpoken(browserLanguages),
    timeZone: 'browser',
    sidebarCollapsed: false,
    author: '',
    collapsedRows: {},
  };
  return create<PreferenceState>()((set, get) => ({
    ...load(storage, defaults),
    choose(changes) {
      set(changes);
      save(storage, get(), defaults);
    },
    collapseRow(dashboard, row, collapsed) {
      const { collapsedRows, choose } = get();
      choose({ collapsedRows: { ...collapsedRows, [dashboard]: { ...collapsedRows[dashboard], [row]: collapsed } } });
    },
    reread: () => set(load(storage, defaults)),
  }));
}

/** The viewer's preferences, in `localStorage` where the browser lets us. */
export const usePreferences = createPreferences(
  browserStorage(),
  typeof navigator === 'undefined' ? [] : navigator.languages,
);
if (typeof window !== 'undefined') {
  // Null: all that was kept is gone.
  addEventListener('storage', ({ key }) => (key ?? storageKey) === storageKey && usePreferences.getState().reread());
}

function browserStorage(): PreferenceStorage | null {
  try {
    return typeof localStorage === 'undefined' ? null : localStorage;
  } catch {
    return null; // Blocked cookies, or a frame without an origin: even to look is refused.
  }
}

function firstSpoken(tags: readonly string[]): Language {
  for (const tag of tags) {
    const language = languageOf(tag);
    if (language) return language;
  }
  return 'en';
}

/** Each preference is decoded on its own: one that is spoilt does not take the others with it. */
function load(storage: PreferenceStorage | null, defaults: Preferences): Preferences {
  const schema = v.object({
    theme: v.fallback(v.picklist(themes), defaults.theme),
    language: v.fallback(v.picklist(languages), defaults.language),
    timeZone: v.fallback(v.pipe(v.string(), v.check(isTimeZoneChoice)), defaults.timeZone),
    sidebarCollapsed: v.fallback(v.boolean(), defaults.sidebarCollapsed),
    author: v.fallback(v.string(), defaults.author),
    collapsedRows: v.fallback(v.record(v.string(), v.record(v.string(), v.boolean())), defaults.collapsedRows),
  });
  try {
    const kept: unknown = JSON.parse(storage?.getItem(storageKey) ?? '{}');
    const result = v.safeParse(schema, kept);
    return result.success ? result.output : defaults;
  } catch {
    return defaults;
  }
}

function save(storage: PreferenceStorage | null, state: PreferenceState, defaults: Preferences): void {
  const { choose, collapseRow, reread, ...preferences } = state;
  const byDefault = new Map<string, unknown>(Object.entries(defaults));
  const chosen = Object.entries(preferences).filter(([name, value]) => value !== byDefault.get(name));
  try {
    storage?.setItem(storageKey, JSON.stringify(Object.fromEntries(chosen)));
  } catch {
    // Full or refused: the choice holds until the page is left.
  }
}
