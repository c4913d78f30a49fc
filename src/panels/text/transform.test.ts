import { describe, expect, it } from 'vitest';
import { readMarkdown, toHtml, toLines } from './transform.ts';

const html = (markdown: string, values: Record<string, string> = {}) =>
  toHtml(readMarkdown(markdown, (text) => text.replace(/\$(\w+)/g, (whole, name: string) => values[name] ?? whole)));

describe('variables in Markdown', () => {
  it.each([
    ['in text', 'On $host now', '<p>On gate-01 now</p>\n'],
    ['in strong text', '**$host**', '<p><strong>gate-01</strong></p>\n'],
    ['in code', '`ping $host`', '<p><code>ping gate-01</code></p>\n'],
    ['in a block of code', '```\nping $host\n```', '<pre><code>ping gate-01\n</code></pre>\n'],
    ['in a list', '- $host', '<ul>\n<li>gate-01</li>\n</ul>\n'],
    ['in a table', '| a |\n|---|\n| $host |', expect.stringContaining('<td>gate-01</td>')],
    ['in an address', '[log](https://log.example/$host)', '<p><a href="https://log.example/gate-01">log</a></p>\n'],
  ])('are replaced %s', (_, markdown, expected) => {
    expect(html(markdown, { host: 'gate-01' })).toEqual(expected);
  });

  it.each([
    ['HTML', '<img src=x onerror=alert(1)>', '&lt;img src=x onerror=alert(1)&gt;'],
    ['a link', '[pay](https://evil.example)', '[pay](https://evil.example)'],
    ['emphasis', '**loud**', '**loud**'],
  ])('stay text when their value looks like %s', (_, value, expected) => {
    expect(html('See $v.', { v: value })).toBe(`<p>See ${expected}.</p>\n`);
    expect(html('See <kbd>$v</kbd>.', { v: value })).toBe(`<p>See <kbd>${expected}</kbd>.</p>\n`);
  });

  it('leaves an escaped dollar alone', () => {
    expect(html('Costs \\$host', { host: 'x' })).toBe('<p>Costs $host</p>\n');
  });
});

describe('toLines', () => {
  it('tells the words of each block', () => {
    const markdown =
      '# Title\n\nSome **loud** `code`\nand [a link](https://x.example)\n\n- one\n- two\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n> said\n\n---\n';
    expect(toLines(readMarkdown(markdown, (text) => text))).toEqual([
      'Title',
      'Some loud code\nand a link',
      'one',
      'two',
      'a | b',
      '1 | 2',
      'said',
    ]);
  });
});
