/**
 * Thin diagonal lines that stand for absent data, as what a canvas fills with; `background` is the color between them, or
 * null for none. `pixel` is what is a CSS pixel on a page, in pixels of the canvas.
 */
export function hatch(
  color: string,
  pixel: number,
  { background = null, apart = 6, width = 1 }: { background?: string | null; apart?: number; width?: number } = {},
): CanvasPattern | string {
  const size = Math.max(2, Math.round(apart * pixel));
  const tile = document.createElement('canvas');
  tile.width = size;
  tile.height = size;
  const context = tile.getContext('2d');
  if (context === null) return color;
  if (background !== null) {
    context.fillStyle = background;
    context.fillRect(0, 0, size, size);
  }
  context.strokeStyle = color;
  context.lineWidth = width * pixel;
  // Through the corners as well, so that the tiles meet.
  for (const shift of [-size, 0, size]) {
    context.beginPath();
    context.moveTo(shift - pixel, size + pixel);
    context.lineTo(shift + size + pixel, -pixel);
    context.stroke();
  }
  return context.createPattern(tile, 'repeat') ?? color;
}
