// @vitest-environment happy-dom
import '../testing/popover.ts';
import { readFileSync } from 'node:fs';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { en } from '../i18n/en/index.ts';
import { tones } from '../model/thresholds.ts';
import { Dialog } from './Dialog.tsx';
import { Mark } from './Mark.tsx';
import { Menu } from './Menu.tsx';
import { OptionList } from './OptionList.tsx';
import PlaceLinks from './PlaceLinks.tsx';

describe('Mark', () => {
  it.each(tones)('says what it is: %s', (tone) => {
    render(<Mark tone={tone} label={tone} />);
    expect(screen.getByRole('img', { name: tone })).toBeDefined();
  });

  it('has a shape of its own for each tone', () => {
    const sheet = readFileSync('src/ui/Mark.module.css', 'utf8');
    const shapes = tones.map((tone) => {
      const rule = new RegExp(`\\.${tone} \\{([^}]*)\\}`).exec(sheet)?.[1] ?? expect.fail();
      return rule.replace(/var\(--\w+\)(?=;)/g, '');
    });
    expect(new Set(shapes).size).toBe(tones.length);
  });
});

describe('Menu', () => {
  const openMenu = async () => {
    const chosen: string[] = [];
    const choose = (name: string) => () => chosen.push(name);
    render(
      <Menu
        label="Actions"
        icon="more"
        items={() => [
          { label: 'Inspect', onSelect: choose('inspect') },
          'separator',
          { label: 'Copy link', onSelect: choose('copy') },
          { label: 'Dark', checked: true, onSelect: choose('dark') },
          { label: 'Grafana', href: 'https://grafana.example/', external: true },
        ]}
      />,
    );
    await userEvent.click(screen.getByRole('button', { name: 'Actions' }));
    return chosen;
  };

  it('runs what is chosen and closes', async () => {
    const chosen = await openMenu();
    await userEvent.click(screen.getByRole('menuitem', { name: 'Copy link' }));
    expect(chosen).toEqual(['copy']);
    expect(screen.queryByRole('menuitem')).toBeNull();
  });

  it.each([
    ['{ArrowDown}', 'Copy link'],
    ['{ArrowUp}', 'Grafana'],
    ['{End}{ArrowDown}', 'Inspect'],
    ['{End}{Home}', 'Inspect'],
    ['d', 'Dark'],
  ])('moves by keyboard: %s to %s', async (keys, label) => {
    await openMenu();
    expect(document.activeElement?.textContent).toBe('Inspect');
    await userEvent.keyboard(keys);
    expect(document.activeElement?.textContent).toBe(label);
  });

  it('says which of a choice is set, and opens other sites beside', async () => {
    await openMenu();
    expect(screen.getByRole('menuitemradio', { name: 'Dark' }).getAttribute('aria-checked')).toBe('true');
    expect(screen.getByRole('menuitem', { name: 'Grafana' }).getAttribute('rel')).toBe('noopener');
  });
});

describe('OptionList', () => {
  const options = ['north', 'gate', 'depot'].map((value) => ({ value, label: value }));

  it('finds by typing, moves by arrows and picks by Enter', async () => {
    const picked: string[] = [];
    render(
      <OptionList
        label="Site"
        options={options}
        selected={new Set(['gate'])}
        onPick={(value) => picked.push(value)}
        texts={en.shell.list}
      />,
    );
    expect(screen.getByRole('option', { selected: true }).textContent).toBe('gate');
    const search = screen.getByRole('combobox', { name: 'Site' });
    await userEvent.type(search, '{ArrowDown}{Enter}');
    await userEvent.type(search, 'T{ArrowUp}{Enter}');
    expect(screen.getAllByRole('option').map((option) => option.textContent)).toEqual(['north', 'gate', 'depot']);
    await userEvent.type(search, 'xyz{Enter}');
    expect(picked).toEqual(['gate', 'depot']);
    expect(screen.getByText('Nothing matches.')).toBeDefined();
  });

  it('draws a hundred and says how many more there are', () => {
    const many = Array.from({ length: 130 }, (_, i) => ({ value: `${i}`, label: `camera ${i}` }));
    render(<OptionList label="Camera" options={many} selected={new Set()} onPick={() => {}} texts={en.shell.list} />);
    expect(screen.getAllByRole('option')).toHaveLength(100);
    expect(screen.getByText('30 more: type to narrow them down')).toBeDefined();
  });
});

describe('Dialog', () => {
  it('closes by its button', async () => {
    let closed = 0;
    render(
      <Dialog title="Keys" closeLabel="Close" onClose={() => closed++}>
        <p>Body</p>
      </Dialog>,
    );
    expect(screen.getByRole('dialog', { name: 'Keys' })).toBeDefined();
    await userEvent.click(screen.getByRole('button', { name: 'Close' }));
    expect(closed).toBe(1);
  });
});

describe('PlaceLinks', () => {
  const links = [
    { title: { en: 'Runbook', 'pt-BR': 'Manual' }, url: 'https://wiki.example/runbook' },
    { title: { en: 'Today', 'pt-BR': 'Hoje' }, url: '/d/tsijukebox/today' },
  ];

  it('opens what is elsewhere beside this page, which it cannot reach, and its own pages in place', () => {
    render(
      <ul>
        <PlaceLinks links={links} language="en" addressOf={(path) => `${path}?ds=b`} />
      </ul>,
    );
    const [elsewhere, own] = screen.getAllByRole('link');
    expect(elsewhere?.getAttribute('href')).toBe('https://wiki.example/runbook');
    expect(own?.getAttribute('href')).toBe('/d/tsijukebox/today?ds=b');
    expect([elsewhere?.getAttribute('target'), elsewhere?.getAttribute('rel')]).toEqual(['_blank', 'noopener']);
    expect([own?.getAttribute('target'), own?.getAttribute('rel')]).toEqual([null, null]);
  });

  it('speaks the language of the page', () => {
    render(
      <ul>
        <PlaceLinks links={links} language="pt-BR" addressOf={(path) => path} />
      </ul>,
    );
    expect(screen.getAllByRole('link').map((link) => link.textContent)).toEqual(['Manual', 'Hoje']);
  });
});
