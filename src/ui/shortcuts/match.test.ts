// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { keyOf, matchKey } from './match.ts';

const shortcut = (keys: string) => ({ keys, label: keys, run: () => {} });
const shortcuts = ['g o', 'g k', 't', '?'].map(shortcut);

describe('matchKey', () => {
  it.each([
    ['', 't', 't', ''],
    ['', '?', '?', ''],
    ['', 'g', null, 'g'],
    ['g', 'o', 'g o', ''],
    ['g', 'k', 'g k', ''],
    ['g', 'x', null, ''],
    ['g', 't', 't', ''],
    ['g', 'g', null, 'g'],
    ['', 'o', null, ''],
  ])('after "%s", "%s" runs %s and waits with "%s"', (pending, key, run, waiting) => {
    const match = matchKey(pending, key, shortcuts);
    expect(match.shortcut?.keys ?? null).toBe(run);
    expect(match.pending).toBe(waiting);
  });
});

describe('keyOf', () => {
  const press = (html: string, init: KeyboardEventInit) => {
    document.body.innerHTML = html;
    let key: string | null = 'not pressed';
    const listen = (event: KeyboardEvent) => {
      key = keyOf(event);
    };
    document.addEventListener('keydown', listen);
    document.querySelector('[data-at]')?.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, ...init }));
    document.removeEventListener('keydown', listen);
    return key;
  };

  it.each([
    ['on the page', '<p data-at></p>', { key: 't' }, 't'],
    ['spelled out', '<p data-at></p>', { key: ' ' }, 'space'],
    ['an arrow', '<p data-at></p>', { key: 'ArrowLeft' }, '←'],
    ['on a button', '<button data-at></button>', { key: 't' }, 't'],
    ['space on a button', '<button data-at></button>', { key: ' ' }, null],
    ['in an input', '<input data-at>', { key: 't' }, null],
    ['in a select', '<select data-at></select>', { key: 't' }, null],
    ['in a menu', '<div popover><button data-at></button></div>', { key: 't' }, null],
    ['in a dialog', '<dialog><button data-at></button></dialog>', { key: 't' }, null],
    ['with Control', '<p data-at></p>', { key: 'r', ctrlKey: true }, null],
    ['with Meta', '<p data-at></p>', { key: 'r', metaKey: true }, null],
  ])('%s', (_, html, init, expected) => {
    expect(press(html, init)).toBe(expected);
  });
});
