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
  const { domToBlob } = await import('modern-screenshot');
  const blob = await domToBlob(element, {
    scale: 2,
    filter: (node) => !(node instanceof HTMLElement && node.dataset.export === 'skip'),
  });
  save(fileName(title, 'png'), blob);
}
