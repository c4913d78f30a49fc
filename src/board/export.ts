import type { PanelTable } from '../panels/contract.ts';
import { toCsv } from './csv.ts';

/** Offers `blob` as a download. */
function save(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}

const fileName = (title: string, extension: string) =>
  `${
    title
      .normalize('NFD')
      .replace(/[^\w.-]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .toLowerCase() || 'panel'
  }.${extension}`;

export function saveCsv(title: string, table: PanelTable): void {
  save(fileName(title, 'csv'), new Blob([toCsv(table)], { type: 'text/csv;charset=utf-8' }));
}

/** A picture of the panel as it stands, at twice the size. What is marked `data-export="skip"` is left out. */
export async function savePng(title: string, element: HTMLElement): Promise<void> {
  const { toBlob } = await import('html-to-image');
  const blob = await toBlob(element, {
    pixelRatio: 2,
    // The system's fonts are everywhere.
    skipFonts: true,
    filter: (node) => !(node instanceof HTMLElement && node.dataset.export === 'skip'),
  });
  if (blob === null) throw new Error('the browser made no picture of the panel');
  save(fileName(title, 'png'), blob);
}
