import DOMPurify from 'dompurify';

const allowed = {
  ALLOWED_TAGS: [
    ...[
      'a',
      'abbr',
      'b',
      'blockquote',
      'br',
      'code',
      'dd',
      'del',
      'details',
      'div',
      'dl',
      'dt',
      'em',
      'h1',
      'h2',
      'h3',
    ],
    ...[
      'h4',
      'h5',
      'h6',
      'hr',
      'i',
      'img',
      'kbd',
      'li',
      'mark',
      'ol',
      'p',
      'pre',
      's',
      'small',
      'span',
      'strong',
      'sub',
    ],
    ...['summary', 'sup', 'table', 'tbody', 'td', 'th', 'thead', 'tr', 'u', 'ul'],
  ],
  // No `style` (the page's policy refuses it), no `id`, `name` or `class` (they could pose as parts of the page).
  ALLOWED_ATTR: [
    'align',
    'alt',
    'colspan',
    'height',
    'href',
    'lang',
    'open',
    'rowspan',
    'src',
    'start',
    'title',
    'width',
  ],
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  ALLOWED_URI_REGEXP: /^(?:https?:|mailto:|[/#?]|data:image\/(?:png|jpeg|gif|webp);)/i,
  RETURN_DOM_FRAGMENT: true,
} as const;

/**
 * HTML of unknown origin as nodes that are safe to show. Links to elsewhere open in a page of their own that knows
 * nothing of ours. Images from elsewhere become links: to load one would tell its host who looks at this board, and when.
 */
export function sanitize(html: string): DocumentFragment {
  const fragment = DOMPurify.sanitize(html, {
    ...allowed,
    ALLOWED_TAGS: [...allowed.ALLOWED_TAGS],
    ALLOWED_ATTR: [...allowed.ALLOWED_ATTR],
  });
  for (const image of fragment.querySelectorAll('img')) replaceForeign(image);
  for (const link of fragment.querySelectorAll('a')) {
    if (!isOurs(link.getAttribute('href'))) {
      link.setAttribute('target', '_blank');
      link.setAttribute('rel', 'noopener noreferrer');
    }
  }
  return fragment;
}

function replaceForeign(image: HTMLImageElement): void {
  const source = image.getAttribute('src');
  if (source !== null && (source.startsWith('data:') || isOurs(source))) return;
  const link = image.ownerDocument.createElement('a');
  link.textContent = image.getAttribute('alt') || source || '';
  if (source !== null) link.setAttribute('href', source);
  image.replaceWith(link);
}

function isOurs(address: string | null): boolean {
  if (address === null) return true;
  const url = URL.canParse(address, location.href) ? new URL(address, location.href) : null;
  return url?.origin === location.origin;
}
