import { Marked, type Token } from 'marked';

const marked = new Marked({ gfm: true });

/**
 * Reads Markdown and puts variables into its texts, code and addresses. They go in after parsing, so that a variable's
 * value, which may come from anyone's link, is never read as Markdown or HTML: what it says stays text.
 */
export function readMarkdown(markdown: string, interpolate: (text: string) => string): Token[] {
  const tokens = marked.lexer(markdown);
  marked.walkTokens(tokens, (token) => {
    switch (token.type) {
      case 'text':
        // Raw HTML around it makes the lexer take its text as escaped already, which a value is not.
        token.escaped = false;
        token.text = interpolate(token.text);
        break;
      case 'code':
      case 'codespan':
        token.text = interpolate(token.text);
        break;
      case 'link':
      case 'image':
        token.href = interpolate(token.href);
        break;
    }
  });
  return tokens;
}

/** HTML that must still be sanitised: the Markdown may hold HTML of its own. */
export function toHtml(tokens: Token[]): string {
  return marked.parser(tokens);
}

/** The words alone, one line a block, for listeners and CSV. */
export function toLines(tokens: readonly Token[]): string[] {
  return tokens.flatMap((token) => {
    if (token.type === 'list') return token.items.flatMap((item: { tokens: Token[] }) => toLines(item.tokens));
    if (token.type === 'blockquote') return toLines(token.tokens ?? []);
    if (token.type === 'table') {
      const rows: { tokens: Token[] }[][] = [token.header, ...token.rows];
      return rows.map((row) => row.map((cell) => words(cell.tokens)).join(' | '));
    }
    const line = words([token]).trim();
    return line === '' ? [] : [line];
  });
}

function words(tokens: readonly Token[]): string {
  return tokens
    .map((token) => {
      if (token.type === 'html' || token.type === 'space' || token.type === 'hr') return '';
      if (token.type === 'br') return ' ';
      if ('tokens' in token && token.tokens) return words(token.tokens);
      return 'text' in token ? String(token.text) : '';
    })
    .join('');
}
