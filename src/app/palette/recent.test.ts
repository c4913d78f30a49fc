// @vitest-environment happy-dom
import { beforeEach, expect, it } from 'vitest';
import { entry } from './entries.ts';
import { keepChoice, keptChoices, recentEntries } from './recent.ts';

beforeEach(() => localStorage.clear());

const page = (id: string) => entry({ id, label: id, detail: 'd', effect: { to: `/${id}` } });
const action = entry({ id: 'theme', label: 'Theme', detail: '', effect: { run: () => {} } });

it('keeps the last six choices, each once, the newest first', () => {
  for (const id of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'b']) keepChoice(page(id));
  expect(keptChoices().map(({ id }) => id)).toEqual(['b', 'g', 'f', 'e', 'd', 'c']);
});

it('shows a page before its source is known, and an action only where it can be done', () => {
  keepChoice(action);
  keepChoice(page('a'));
  const kept = keptChoices();
  expect(recentEntries(kept, []).map(({ label, effect }) => [label, effect])).toEqual([['a', { to: '/a' }]]);
  const renamed = { ...page('a'), label: 'now' };
  expect(recentEntries(kept, [renamed, action])).toEqual([renamed, action]);
});

it.each(['nonsense', '{"a":1}', '[{"id":"x","label":"x","detail":"","to":"//elsewhere"}]', '[{"id":"x"}]'])(
  'takes nothing from %s',
  (spoilt) => {
    localStorage.setItem('mirante.palette', spoilt);
    expect(keptChoices()).toEqual([]);
  },
);

it('does not take addresses of other kinds', () => {
  const kept = ['javascript:alert(1)', 'https://elsewhere', '/ok'].map((to) => ({ id: to, label: '', detail: '', to }));
  localStorage.setItem('mirante.palette', JSON.stringify(kept));
  expect(keptChoices().map(({ to }) => to)).toEqual(['/ok']);
});
