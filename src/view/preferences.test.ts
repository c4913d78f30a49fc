import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPreferences, type PreferenceStorage, type Preferences } from './preferences.ts';

/** A storage in memory; `text` is what it holds. */
function memory(text: string | null = null): PreferenceStorage & { text: string | null } {
  return {
    text,
    getItem() {
      return this.text;
    },
    setItem(_key, value) {
      this.text = value;
    },
  };
}

const refusing: PreferenceStorage = {
  getItem: () => {
    throw new DOMException('denied', 'SecurityError');
  },
  setItem: () => {
    throw new DOMException('full', 'QuotaExceededError');
  },
};

/** The state without its actions. */
function preferencesOf(storage: PreferenceStorage | null, languages: readonly string[] = ['en']): Preferences {
  const { choose, collapseRow, reread, ...preferences } = createPreferences(storage, languages).getState();
  return preferences;
}

const defaults: Preferences = {
  theme: 'system',
  language: 'en',
  timeZone: 'browser',
  sidebarCollapsed: false,
  author: '',
  collapsedRows: {},
};

describe('preferences', () => {
  it.each([
    [['pt-BR', 'en'], 'pt-BR'],
    [['de', 'pt-PT'], 'pt-BR'],
    [['de', 'fr'], 'en'],
    [[], 'en'],
  ])('of one who reads %j start in %s', (languages, language) => {
    expect(preferencesOf(null, languages)).toEqual({ ...defaults, language });
  });

  it('are kept', () => {
    const storage = memory();
    const { getState } = createPreferences(storage, ['en']);
    getState().choose({ theme: 'dark', timeZone: 'America/Sao_Paulo' });
    getState().collapseRow('gt-vision/system', '0', true);
    getState().collapseRow('gt-vision/system', '2', false);
    getState().collapseRow('gt-vision/business', '0', true);
    const expected = {
      ...defaults,
      theme: 'dark',
      timeZone: 'America/Sao_Paulo',
      collapsedRows: { 'gt-vision/system': { '0': true, '2': false }, 'gt-vision/business': { '0': true } },
    };
    expect(getState()).toMatchObject(expected);
    expect(preferencesOf(storage)).toEqual(expected);
  });

  it('of one tab outlive what another one keeps', () => {
    const storage = memory();
    const [one, other] = [createPreferences(storage, ['en']), createPreferences(storage, ['en'])];
    other.getState().choose({ author: 'ana', theme: 'dark' });
    other.getState().collapseRow('gt-vision/system', '0', true);
    one.getState().reread();
    expect(one.getState()).toMatchObject({ author: 'ana', theme: 'dark' });
    one.getState().collapseRow('gt-vision/system', '1', true);
    expect(preferencesOf(storage)).toEqual({
      ...defaults,
      ...{ author: 'ana', theme: 'dark', collapsedRows: { 'gt-vision/system': { '0': true, '1': true } } },
    });
    other.getState().choose({ theme: 'system' });
    one.getState().reread();
    expect(one.getState().theme).toBe('system');
  });

  it('keep only what was chosen, so that the rest goes on following the browser', () => {
    const storage = memory();
    createPreferences(storage, ['en']).getState().choose({ sidebarCollapsed: true });
    expect(storage.text).toBe('{"sidebarCollapsed":true}');
    expect(preferencesOf(storage, ['pt-BR'])).toEqual({ ...defaults, sidebarCollapsed: true, language: 'pt-BR' });
  });

  it('hold for the page where nothing can be kept', () => {
    for (const storage of [null, refusing]) {
      const { getState } = createPreferences(storage, ['en']);
      getState().choose({ theme: 'light' });
      expect(getState().theme).toBe('light');
    }
  });

  it.each(['', '{', 'null', '[]', '"dark"', '7', '{"theme":"pink","timeZone":"Mars/Olympus","collapsedRows":[1]}'])(
    'start anew where %j was kept',
    (text) => {
      expect(preferencesOf(memory(text))).toEqual(defaults);
    },
  );

  it('lose only what is spoilt', () => {
    const text = '{"theme":"dark","language":"de","sidebarCollapsed":"yes","unknown":1}';
    expect(preferencesOf(memory(text))).toEqual({ ...defaults, theme: 'dark' });
  });

  it('are whole whatever was kept', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), (text) => {
        expect(Object.keys(preferencesOf(memory(text))).sort()).toEqual(Object.keys(defaults).sort());
      }),
    );
  });
});
