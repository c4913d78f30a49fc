// @vitest-environment jsdom
import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { OptionsError } from '../../model/options.ts';
import { panelProps } from '../../testing/panelProps.ts';
import text from './index.ts';

const draw = (markdown: string) =>
  render(<text.Panel {...panelProps(text.decodeOptions({ text: markdown }))} />).container;

describe('a text panel', () => {
  it('draws Markdown', () => {
    draw('## Runbook\n\nCall **Ana**, then see [the log](https://log.example/a).');
    expect(screen.getByRole('heading', { name: 'Runbook' })).toBeTruthy();
    const link = screen.getByRole('link', { name: 'the log' });
    expect(link.getAttribute('href')).toBe('https://log.example/a');
    expect(link.getAttribute('rel')).toBe('noopener noreferrer');
    expect(link.getAttribute('target')).toBe('_blank');
  });

  it('keeps links to Mirante itself on this page', () => {
    draw('[System](/d/gt-vision/system)');
    const link = screen.getByRole('link', { name: 'System' });
    expect(link.getAttribute('href')).toBe('/d/gt-vision/system');
    expect(link.hasAttribute('target')).toBe(false);
  });

  it.each([
    ['a script', '<script>alert(1)</script>hi'],
    ['an event handler', '<b onclick="alert(1)">hi</b>'],
    ['an image that fails', '<img src="x" onerror="alert(1)" alt="hi">'],
    ['a javascript address', '[hi](javascript:alert(1))'],
    ['an address with a tab in its scheme', '<a href="java\tscript:alert(1)">hi</a>'],
    ['a data page', '[hi](data:text/html,<script>alert(1)</script>)'],
    ['a frame', '<iframe src="https://evil.example"></iframe>hi'],
    ['a style sheet', '<style>body { display: none }</style>hi'],
    ['a style', '<p style="position: fixed; inset: 0">hi</p>'],
    ['a form', '<form action="https://evil.example"><input name="password"></form>hi'],
    ['an id and a class', '<p id="root" class="x" name="y">hi</p>'],
    ['SVG', '<svg><a href="javascript:alert(1)"><text>hi</text></a></svg>hi'],
    ['MathML', '<math><mtext><img src="x" onerror="alert(1)"></mtext></math>hi'],
    ['a base', '<base href="https://evil.example">hi'],
    ['a page that reloads', '<meta http-equiv="refresh" content="0; https://evil.example">hi'],
  ])('takes no harm from %s', (_, hostile) => {
    const container = draw(hostile);
    expect(container.textContent).toContain('hi');
    const forbidden = 'script, iframe, style, form, input, svg, math, base, meta, img, [style], [id], [name]';
    expect(container.querySelectorAll(forbidden)).toHaveLength(0);
    for (const element of container.querySelectorAll('p, b, a')) {
      for (const name of element.getAttributeNames()) expect(['href', 'target', 'rel']).toContain(name);
      expect(element.getAttribute('href') ?? 'https:').toMatch(/^https?:/);
    }
  });

  it('makes a link of an image from elsewhere, and shows its own', () => {
    const container = draw('![plan](https://cdn.example/plan.png) ![logo](/logo.png)');
    expect(screen.getByRole('link', { name: 'plan' }).getAttribute('href')).toBe('https://cdn.example/plan.png');
    expect([...container.querySelectorAll('img')].map((image) => image.getAttribute('src'))).toEqual(['/logo.png']);
  });

  it('needs a text', () => {
    expect(() => text.decodeOptions({})).toThrow(OptionsError);
    expect(() => text.decodeOptions({ text: 3 })).toThrow(/text: a text, or \{en, pt-BR\}, is needed/);
  });

  it('tells its words to listeners and machines', () => {
    const props = panelProps(text.decodeOptions({ text: '# One\n\ntwo' }), { environment: { title: 'Notes' } });
    expect(text.summary(props)).toBe('One two');
    expect(text.toTable(props)).toEqual({
      columns: [{ name: 'Notes', numeric: false }],
      rows: [[{ text: 'One', raw: 'One' }], [{ text: 'two', raw: 'two' }]],
    });
  });
});
