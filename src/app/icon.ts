import { later } from '../model/later.ts';

/** Where the tab's icon is while nothing has to be said by it. */
const address = `${import.meta.env.BASE_URL}favicon.svg`;

/** What of the tab's icon is said by the page: an address, and what type of picture is there. */
export interface TabIcon {
  readonly href: string;
  readonly type: string;
}

let shown: TabIcon | null = null;

function show(icon: TabIcon): void {
  const link = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
  if (link !== null) Object.assign(link, icon);
}

/** Shows an icon in the tab in the place of the usual one; null takes it back. */
export function showInTab(icon: TabIcon | null): void {
  shown = icon;
  show(icon ?? { href: address, type: 'image/svg+xml' });
}

/** Shows the usual icon as soon as the page is drawn: in the page's HTML it would be read and drawn first, as a document of its own. */
export async function showIcon(): Promise<void> {
  await later(async () => {
    if (shown === null) showInTab(null);
  });
}
