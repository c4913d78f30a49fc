import type { PanelTable } from '../panels/contract.ts';
import { toCsv } from './csv.ts';

/** Pixels of a picture for each of the screen's. */
const SCALE = 2;

/** Offers `blob` as a download. */
export function saveFile(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}

/** What a panel is saved as. */
interface SavedPanel {
  readonly title: string;
  /** The words that say that its data is simulated; null where it is real. */
  readonly simulated: string | null;
}

function fileName({ title, simulated }: SavedPanel, extension: string): string {
  const words = title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\w.-]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .toLowerCase();
  return `${words || 'panel'}${simulated === null ? '' : '-simulated'}.${extension}`;
}

/** The name alone says what is simulated: a line of words would be a row of data to whoever reads the file. */
export function saveCsv(panel: SavedPanel, table: PanelTable): void {
  saveFile(fileName(panel, 'csv'), new Blob([toCsv(table)], { type: 'text/csv;charset=utf-8' }));
}

/** A picture of the panel as it stands, at twice the size. What is marked `data-export="skip"` is left out. */
export async function savePng(panel: SavedPanel, element: HTMLElement): Promise<void> {
  const { toCanvas } = await import('html-to-image');
  const drawn = await toCanvas(element, {
    pixelRatio: SCALE,
    // The system's fonts are everywhere.
    skipFonts: true,
    filter: (node) => !(node instanceof HTMLElement && node.dataset.export === 'skip'),
  });
  const picture = panel.simulated === null ? drawn : withCaption(drawn, panel.simulated, getComputedStyle(element));
  const blob = await new Promise<Blob | null>((resolve) => picture.toBlob(resolve));
  if (blob === null) throw new Error('the browser made no picture of the panel');
  saveFile(fileName(panel, 'png'), blob);
}

/** The picture with a line of words beneath it, in the panel's own colors. */
function withCaption(drawn: HTMLCanvasElement, words: string, look: CSSStyleDeclaration): HTMLCanvasElement {
  const picture = document.createElement('canvas');
  picture.width = drawn.width;
  picture.height = drawn.height + SCALE * 22;
  const context = picture.getContext('2d');
  if (context === null) throw new Error('the browser cannot draw a picture');
  context.fillStyle = look.backgroundColor;
  context.fillRect(0, 0, picture.width, picture.height);
  context.drawImage(drawn, 0, 0);
  context.fillStyle = look.color;
  context.font = `${SCALE * 12}px ${look.fontFamily}`;
  context.textAlign = 'right';
  context.textBaseline = 'middle';
  context.fillText(words, picture.width - SCALE * 12, drawn.height + SCALE * 11);
  return picture;
}
